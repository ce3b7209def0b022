package io.dawsos.rights;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of the chain that is known to have been there, from somewhere else than the database. By its hash all rows before it are known too.
 *
 * @param seq its place
 * @param hash its hash
 */
public record AuditHead(long seq, String hash) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

    static AuditHead of(AuditRow row) {
        return new AuditHead(row.seq(), row.hash());
    }

    /** Reads {@link #toString()}; throws {@link IllegalArgumentException} for any other text. */
    public static AuditHead parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no row; give <seq>:<hash>, as GET /v1/exports shows both");
        }
        return new AuditHead(Long.parseLong(matcher.group(1)), matcher.group(2));
    }

    /**
     * What speaks against a chain that ends at {@code end}.
     *
     * @param found hash of the row at this place; empty when there is none
     */
    public Optional<String> contradiction(Optional<String> found, long end) {
        if (found.isEmpty()) {
            return Optional.of("row " + seq + ", which this service kept, is gone"
                    + (seq > end ? ": the chain was cut off after row " + end : ""));
        }
        return found.filter(other -> !other.equals(hash))
                .map(other -> "row " + seq + " is not the one that this service kept");
    }

    @Override
    public String toString() {
        return seq + ":" + hash;
    }
}
