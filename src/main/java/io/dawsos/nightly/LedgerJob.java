package io.dawsos.nightly;

import io.dawsos.ledger.LedgerBook;
import io.dawsos.ledger.LedgerSnapshots;
import io.dawsos.portfolio.Portfolio;
import io.dawsos.portfolio.PortfolioHistoryStore;
import io.dawsos.portfolio.Portfolios;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports a journal for its portfolio, completes the daily history, and adopts the commit when that is done: until then executions
 * are answered from the commit before. A commit that is complete and current costs four queries.
 */
public final class LedgerJob {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerJob.class);

    private final LedgerSnapshots snapshots;
    private final PortfolioHistoryStore histories;
    private final HistoryBuilder builder;

    public LedgerJob(LedgerSnapshots snapshots, PortfolioHistoryStore histories, HistoryBuilder builder) {
        this.snapshots = snapshots;
        this.histories = histories;
        this.builder = builder;
    }

    /**
     * Throws {@link IllegalArgumentException} when the book is not in the portfolio's base currency or holds unknown securities.
     */
    public void run(Portfolio portfolio, LedgerBook book) {
        requireBase(portfolio, book);
        if (snapshots.save(portfolio.userId(), portfolio.id(), book)) {
            LOG.info(
                    "Imported {} at {}: {} transactions",
                    book.path(),
                    book.commit(),
                    book.transactions().size());
        }
        complete(portfolio, book);
        Optional<String> current = snapshots.current(portfolio.userId(), portfolio.id());
        if (!current.equals(Optional.of(book.commit()))) {
            snapshots.adopt(portfolio.userId(), portfolio.id(), book.commit());
            LOG.info("{} is answered from ledger commit {} now", portfolio.name(), book.commit());
        }
    }

    private static void requireBase(Portfolio portfolio, LedgerBook book) {
        if (!book.base().equals(portfolio.base())) {
            throw new IllegalArgumentException("The ledger " + book.path() + " is kept in " + book.base()
                    + ", the portfolio " + portfolio.name() + " in " + portfolio.base());
        }
    }

    private void complete(Portfolio portfolio, LedgerBook book) {
        PortfolioHistoryStore.Snapshot snapshot = histories
                .snapshot(portfolio.userId(), portfolio.id(), book.commit())
                .orElseThrow(() -> new IllegalStateException(
                        "The import of " + book.path() + " at " + book.commit() + " is gone"));
        report(portfolio, builder.complete(snapshot, book));
    }

    /** Completes the history of what the portfolio is answered from; a history that is complete costs two queries. */
    public void complete(Portfolio portfolio) {
        report(portfolio, builder.complete(List.of(new Portfolios.Owned(portfolio.id(), portfolio.userId()))));
    }

    private static void report(Portfolio portfolio, HistoryReport done) {
        if (done.days() > 0) {
            LOG.info("Stored {} days of history of {}", done.days(), portfolio.name());
        }
        done.unvalued().forEach(LOG::warn);
    }
}
