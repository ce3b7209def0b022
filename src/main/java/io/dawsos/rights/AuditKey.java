package io.dawsos.rights;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of the audit of exports: HMAC-SHA256 (RFC 2104). Whoever has the database but not the key can forge no row, no checkpoint and no
 * head. What is signed begins with its kind, so that no signature passes for that of another; checkpoints begin with a number.
 */
public final class AuditKey {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private AuditKey(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** The key that is this text in UTF-8. */
    public static AuditKey of(String secret) {
        return new AuditKey(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** The row with its seal: that this program wrote it. */
    AuditRow sealed(AuditRow row) {
        return row.sealedBy(signature("row\n" + row.seq() + "\n" + row.hash()));
    }

    /** Whether the row has a seal, and it is that of this key for this place and hash. */
    public boolean verifies(AuditRow row) {
        return row.seal()
                .filter(seal -> same(signature("row\n" + row.seq() + "\n" + row.hash()), seal))
                .isPresent();
    }

    /** Signs that the chain has reached {@code row}. */
    public Checkpoint sign(AuditRow row, Instant at) {
        return new Checkpoint(row.seq(), row.hash(), at, signature(Checkpoint.text(row.seq(), row.hash(), at)));
    }

    /** Whether it was signed with this key as it stands. */
    public boolean verifies(Checkpoint checkpoint) {
        String text = Checkpoint.text(checkpoint.seq(), checkpoint.hash(), checkpoint.signedAt());
        return same(signature(text), checkpoint.signature());
    }

    /** What {@link HeadFile} keeps beside the head. */
    String signature(AuditHead head) {
        return signature("head\n" + head.seq() + "\n" + head.hash());
    }

    /** The head, if that is its signature. */
    Optional<AuditHead> verified(AuditHead head, String signature) {
        return Optional.of(head).filter(claimed -> same(signature(claimed), signature));
    }

    private static boolean same(String signature, String claimed) {
        return MessageDigest.isEqual(
                signature.getBytes(StandardCharsets.US_ASCII), claimed.getBytes(StandardCharsets.UTF_8));
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
