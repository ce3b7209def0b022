package io.dawsos.ledger;

import java.util.Collection;

/** A book cannot be stored: it holds securities that the security master does not know. */
public final class UnknownSymbols extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** @param symbols those that are unknown, at least one */
    public UnknownSymbols(LedgerBook book, Collection<String> symbols) {
        super("The ledger " + book.path() + " at commit " + book.commit() + " holds " + String.join(", ", symbols)
                + ", unknown to the security master; add them there first");
    }
}
