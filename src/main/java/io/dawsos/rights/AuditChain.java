package io.dawsos.rights;

import java.util.Optional;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;

/** How rows hang together: each carries the hash of the one before, so that none can change without all that follow. */
public final class AuditChain {

    /** What the first row has as the hash before it. */
    public static final String GENESIS = "0".repeat(64);

    private AuditChain() {}

    /** SHA-256, hexadecimal, over previous hash, place and content, a line each. */
    public static String hash(String previousHash, long seq, String content) {
        return DigestUtils.sha256Hex(previousHash + "\n" + seq + "\n" + content);
    }

    /** The row that follows {@code last}, sealed. */
    public static AuditRow next(Optional<AuditRow> last, UUID userId, String content, AuditKey key) {
        long seq = last.map(AuditRow::seq).orElse(0L) + 1;
        String previous = last.map(AuditRow::hash).orElse(GENESIS);
        String hash = hash(previous, seq, content);
        return key.sealed(new AuditRow(seq, userId, previous, content, hash, Optional.empty()));
    }
}
