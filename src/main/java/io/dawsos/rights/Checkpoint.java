package io.dawsos.rights;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * That the chain once reached this row, signed with a key that the database does not have.
 *
 * @param signature HMAC-SHA256, hexadecimal, over {@link #text}
 */
public record Checkpoint(long seq, String hash, Instant signedAt, String signature) {

    public Checkpoint {
        signedAt = signedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** What is signed: place, hash and time, a line each. */
    static String text(long seq, String hash, Instant signedAt) {
        return seq + "\n" + hash + "\n" + signedAt.truncatedTo(ChronoUnit.MICROS);
    }
}
