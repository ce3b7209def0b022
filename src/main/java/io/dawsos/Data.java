package io.dawsos;

import java.time.Clock;

/** temporary. */
final class Data {
    private Data() {}

    static void load(Settings settings, Infrastructure infrastructure, Clock clock) {}
}
