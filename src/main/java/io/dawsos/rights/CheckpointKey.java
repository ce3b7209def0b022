package io.dawsos.rights;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key of checkpoints: HMAC-SHA256 (RFC 2104). Whoever has the database but not the key can forge none. */
public final class CheckpointKey {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private CheckpointKey(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** The key that is this text in UTF-8. */
    public static CheckpointKey of(String secret) {
        return new CheckpointKey(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** Signs that the chain has reached {@code row}. */
    public Checkpoint sign(AuditRow row, Instant at) {
        return new Checkpoint(row.seq(), row.hash(), at, signature(Checkpoint.text(row.seq(), row.hash(), at)));
    }

    /** Whether it was signed with this key as it stands. */
    public boolean verifies(Checkpoint checkpoint) {
        String text = Checkpoint.text(checkpoint.seq(), checkpoint.hash(), checkpoint.signedAt());
        return MessageDigest.isEqual(
                signature(text).getBytes(StandardCharsets.US_ASCII),
                checkpoint.signature().getBytes(StandardCharsets.UTF_8));
    }

    private String signature(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no " + ALGORITHM, e);
        }
    }
}
