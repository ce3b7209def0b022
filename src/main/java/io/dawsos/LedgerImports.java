package io.dawsos;

import io.dawsos.ledger.LedgerRepository;
import io.dawsos.nightly.HistoryBuilder;
import io.dawsos.nightly.HistoryJob;
import io.dawsos.nightly.LedgerImport;
import io.dawsos.nightly.LedgerJob;
import io.dawsos.store.Database;

/** Wires the import of journals, which the command and the night have in common. */
final class LedgerImports {

    private LedgerImports() {}

    static LedgerImport over(Database database, LedgerRepository ledger) {
        return new LedgerImport(ledger, database.portfolios(), database.portfolioHistoryStore(), job(database));
    }

    /** What stores a journal that was read. */
    static LedgerJob job(Database database) {
        return new LedgerJob(
                database.ledgerSnapshots(),
                database.portfolioHistoryStore(),
                new HistoryBuilder(database.packBooks(), database.portfolioHistoryStore()));
    }

    /** What completes the histories of all portfolios, each night and after a restatement. */
    static HistoryJob histories(Database database) {
        return new HistoryJob(
                database.portfolios(), new HistoryBuilder(database.packBooks(), database.portfolioHistoryStore()));
    }
}
