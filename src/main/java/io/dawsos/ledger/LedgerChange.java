package io.dawsos.ledger;

import java.time.Instant;

/** One commit that shall be made: a file gets another content, or is new. */
public final class LedgerChange {

    private final String head;
    private final String path;
    private final byte[] content;
    private final String message;
    private final Instant when;

    /**
     * @param head full hash of the commit it was worked out from; the branch must still be there
     * @param message of the commit
     * @param when time of the commit
     */
    public LedgerChange(String head, String path, byte[] content, String message, Instant when) {
        this.head = head;
        this.path = path;
        this.content = content.clone();
        this.message = message;
        this.when = when;
    }

    public String head() {
        return head;
    }

    String path() {
        return path;
    }

    byte[] content() {
        return content.clone();
    }

    String message() {
        return message;
    }

    Instant when() {
        return when;
    }
}
