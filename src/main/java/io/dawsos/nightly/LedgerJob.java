package io.dawsos.nightly;

import io.dawsos.ledger.LedgerBook;
import io.dawsos.ledger.LedgerSnapshots;
import io.dawsos.ledger.LedgerSnapshots.Booking;
import io.dawsos.ledger.UnknownSymbols;
import io.dawsos.portfolio.Portfolio;
import io.dawsos.portfolio.PortfolioHistoryStore;
import io.dawsos.portfolio.PortfolioHistoryStore.Snapshot;
import io.dawsos.portfolio.Portfolios.Owned;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports journals for their portfolios, completes the daily histories, and adopts the commit when that is done: until then executions
 * are answered from the commit before. Several portfolios cost as many round trips as one.
 */
public final class LedgerJob {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerJob.class);

    /**
     * A journal that was read for a portfolio.
     *
     * @param current commit that the portfolio is answered from; empty before the first
     */
    public record Entry(Portfolio portfolio, LedgerBook book, Optional<String> current) {
        private Booking booking() {
            return new Booking(portfolio.userId(), portfolio.id(), book);
        }
    }

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
        Entry entry = new Entry(portfolio, book, snapshots.current(portfolio.userId(), portfolio.id()));
        baseFault(entry).ifPresent(fault -> {
            throw fault;
        });
        run(List.of(entry));
    }

    /** Why each cannot be imported; empty for one that can. One round trip. */
    List<Optional<IllegalArgumentException>> faults(List<Entry> entries) {
        NavigableSet<String> symbols = new TreeSet<>();
        entries.forEach(entry -> symbols.addAll(entry.book().symbols()));
        SortedSet<String> unknown = snapshots.unknown(symbols);
        return entries.stream()
                .map(entry -> baseFault(entry).or(() -> symbolFault(entry.book(), unknown)))
                .toList();
    }

    private static Optional<IllegalArgumentException> baseFault(Entry entry) {
        LedgerBook book = entry.book();
        Portfolio portfolio = entry.portfolio();
        return book.base().equals(portfolio.base())
                ? Optional.empty()
                : Optional.of(new IllegalArgumentException("The ledger " + book.path() + " is kept in " + book.base()
                        + ", the portfolio " + portfolio.name() + " in " + portfolio.base()));
    }

    private static Optional<IllegalArgumentException> symbolFault(LedgerBook book, SortedSet<String> unknown) {
        SortedSet<String> here = new TreeSet<>(unknown);
        here.retainAll(book.symbols());
        return here.isEmpty() ? Optional.empty() : Optional.of(new UnknownSymbols(book, here));
    }

    /** Imports books of one commit that have no {@link #faults}. */
    void run(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        for (Booking stored :
                snapshots.save(entries.stream().map(Entry::booking).toList())) {
            LedgerBook book = stored.book();
            LOG.info(
                    "Imported {} at {}: {} transactions",
                    book.path(),
                    book.commit(),
                    book.transactions().size());
        }
        report(builder.complete(books(entries)));
        List<Entry> changed = entries.stream()
                .filter(entry ->
                        !entry.current().equals(Optional.of(entry.book().commit())))
                .toList();
        snapshots.adopt(changed.stream().map(Entry::booking).toList());
        changed.forEach(entry -> LOG.info(
                "{} is answered from ledger commit {} now",
                entry.portfolio().name(),
                entry.book().commit()));
    }

    private Map<Snapshot, LedgerBook> books(List<Entry> entries) {
        Map<UUID, LedgerBook> byPortfolio = new LinkedHashMap<>();
        List<Owned> owned = new ArrayList<>();
        for (Entry entry : entries) {
            byPortfolio.put(entry.portfolio().id(), entry.book());
            owned.add(new Owned(entry.portfolio().id(), entry.portfolio().userId()));
        }
        Map<Snapshot, LedgerBook> books = new LinkedHashMap<>();
        histories
                .snapshots(owned, entries.get(0).book().commit())
                .forEach(snapshot -> Optional.ofNullable(byPortfolio.remove(snapshot.portfolioId()))
                        .ifPresent(book -> books.put(snapshot, book)));
        if (!byPortfolio.isEmpty()) {
            throw new IllegalStateException("The import of portfolios " + byPortfolio.keySet() + " is gone");
        }
        return books;
    }

    /** Completes the histories of these snapshots; those that are complete cost one query together. */
    void complete(List<Snapshot> current) {
        report(builder.completeSnapshots(current));
    }

    private static void report(HistoryReport done) {
        if (done.days() > 0) {
            LOG.info("Stored {} days of history", done.days());
        }
        done.unvalued().forEach(LOG::warn);
    }
}
