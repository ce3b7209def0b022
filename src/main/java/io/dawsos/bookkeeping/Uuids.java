package io.dawsos.bookkeeping;

import java.util.Optional;
import java.util.UUID;

/** Ids as clients write them. */
public final class Uuids {

    private static final int LENGTH = 36;

    private Uuids() {}

    /** The UUID that the text spells in its canonical form of 36 characters. */
    public static Optional<UUID> find(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
