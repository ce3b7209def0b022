package io.dawsos;

import io.dawsos.ledger.LedgerRepository;
import io.dawsos.nightly.LedgerImport;
import io.dawsos.nightly.LedgerJob;
import io.dawsos.portfolio.DailyHistory;
import io.dawsos.store.Database;

/** Wires the import of journals, which the command and the night have in common. */
final class LedgerImports {

    private LedgerImports() {}

    static LedgerImport over(Database database, LedgerRepository ledger) {
        return new LedgerImport(
                ledger,
                database.portfolios(),
                new LedgerJob(
                        database.ledgerSnapshots(),
                        database.portfolioHistoryStore(),
                        database.packStore(),
                        DailyHistory::of),
                database.ledgerSnapshots(),
                database.portfolioHistoryStore());
    }
}
