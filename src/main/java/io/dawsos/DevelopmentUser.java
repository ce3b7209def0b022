package io.dawsos;

import java.util.UUID;

/** Who everybody is while no tokens are asked for. */
final class DevelopmentUser {

    static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000001");

    private DevelopmentUser() {}
}
