package io.dawsos.nightly;

import io.dawsos.ledger.LedgerBook;
import io.dawsos.ledger.LedgerSnapshots;
import io.dawsos.portfolio.HistoryDay;
import io.dawsos.portfolio.Portfolio;
import io.dawsos.portfolio.PortfolioHistoryStore;
import io.dawsos.pricing.PackStore;
import io.dawsos.pricing.PriceBook;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports a journal for its portfolio, completes the daily history, and adopts the commit when that is done: until then executions
 * are answered from the commit before. A commit that is complete and current costs two queries.
 */
public final class LedgerJob {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerJob.class);

    private final LedgerSnapshots snapshots;
    private final PortfolioHistoryStore histories;
    private final PackStore packs;
    private final DailyHistory history;

    public LedgerJob(
            LedgerSnapshots snapshots, PortfolioHistoryStore histories, PackStore packs, DailyHistory history) {
        this.snapshots = snapshots;
        this.histories = histories;
        this.packs = packs;
        this.history = history;
    }

    /**
     * Throws {@link IllegalArgumentException} when the book is not in the portfolio's base currency or holds unknown securities.
     *
     * @param newest day of the newest pack
     */
    public void run(Portfolio portfolio, LedgerBook book, LocalDate newest) {
        requireBase(portfolio, book);
        if (snapshots.save(portfolio.userId(), portfolio.id(), book)) {
            LOG.info(
                    "Imported {} at {}: {} transactions",
                    book.path(),
                    book.commit(),
                    book.transactions().size());
        }
        complete(portfolio, book, newest);
        Optional<String> current = snapshots.current(portfolio.userId(), portfolio.id());
        if (!current.equals(Optional.of(book.commit()))) {
            snapshots.adopt(portfolio.userId(), portfolio.id(), book.commit());
            LOG.info("{} is answered from ledger commit {} now", portfolio.name(), book.commit());
        }
    }

    static void requireBase(Portfolio portfolio, LedgerBook book) {
        if (!book.base().equals(portfolio.base())) {
            throw new IllegalArgumentException("The ledger " + book.path() + " is kept in " + book.base()
                    + ", the portfolio " + portfolio.name() + " in " + portfolio.base());
        }
    }

    private void complete(Portfolio portfolio, LedgerBook book, LocalDate newest) {
        Optional<LocalDate> last = histories.lastDay(portfolio.userId(), portfolio.id(), book.commit());
        if (book.transactions().isEmpty()
                || last.filter(day -> !day.isBefore(newest)).isPresent()) {
            return;
        }
        List<PriceBook> books = packs.books(book.transactions().get(0).date(), newest);
        // computed from the first day on, because every row accumulates; stored from where it ended
        List<HistoryDay> days = history.of(book, books).stream()
                .filter(day -> last.isEmpty() || day.value().date().isAfter(last.get()))
                .toList();
        histories.save(portfolio.userId(), portfolio.id(), book.commit(), days);
        LOG.info("Stored {} days of history of {}", days.size(), portfolio.name());
    }
}
