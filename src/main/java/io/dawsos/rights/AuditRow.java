package io.dawsos.rights;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/**
 * One attempt as it is kept.
 *
 * @param seq its place in the chain, from 1 without gaps
 * @param userId who may read it
 * @param previousHash hash of the row before, {@link AuditChain#GENESIS} for the first
 * @param content see {@link AuditEntry#content()}
 * @param hash see {@link AuditChain#hash}
 * @param seal by {@link AuditKey}; empty for a row from before there were seals
 */
public record AuditRow(long seq, UUID userId, String previousHash, String content, String hash, Optional<String> seal) {

    AuditRow sealedBy(String signature) {
        return new AuditRow(seq, userId, previousHash, content, hash, Optional.of(signature));
    }

    /** The day (UTC) of the attempt; empty when the content is not what this program writes. */
    public Optional<LocalDate> day() {
        return member("at").flatMap(AuditRow::day);
    }

    private static Optional<LocalDate> day(String instant) {
        try {
            return Optional.of(LocalDate.ofInstant(Instant.parse(instant), ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether the content is about the user who may read it. */
    boolean isOfItsUser() {
        return member("user_id").filter(userId.toString()::equals).isPresent();
    }

    /** One of the first members, which hold no text of a caller. */
    private Optional<String> member(String name) {
        String key = "\"" + name + "\":\"";
        int start = content.indexOf(key);
        int end = start < 0 ? -1 : content.indexOf('"', start + key.length());
        return end < 0 ? Optional.empty() : Optional.of(content.substring(start + key.length(), end));
    }
}
