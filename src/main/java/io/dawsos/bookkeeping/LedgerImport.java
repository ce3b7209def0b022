package io.dawsos.bookkeeping;

import io.dawsos.ledger.LedgerBook;
import io.dawsos.portfolio.Portfolio;

/** Brings a journal into the database, so that the next answer is computed from it: what the night does with every journal. */
@FunctionalInterface
public interface LedgerImport {
    void run(Portfolio portfolio, LedgerBook book);
}
