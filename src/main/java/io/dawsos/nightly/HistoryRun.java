package io.dawsos.nightly;

import io.dawsos.ledger.LedgerBook;
import io.dawsos.nightly.HistoryPlan.Step;
import io.dawsos.portfolio.DailyHistory;
import io.dawsos.portfolio.HistoryDay;
import io.dawsos.portfolio.HistoryRow;
import io.dawsos.portfolio.PortfolioHistoryStore;
import io.dawsos.portfolio.PortfolioHistoryStore.Added;
import io.dawsos.portfolio.PortfolioHistoryStore.Dated;
import io.dawsos.portfolio.PortfolioHistoryStore.Snapshot;
import io.dawsos.portfolio.UnvaluedDay;
import io.dawsos.pricing.PackBooks;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PriceBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** A few portfolios on their way through the days of a stretch, side by side over the same packs, which pass through memory a window at a time. */
final class HistoryRun {

    /** Prices in memory at once. */
    private static final int PRICES = 10_000;

    private record Start(Snapshot snapshot, Optional<HistoryDay> last, LedgerBook ledger) {}

    private record Running(Snapshot snapshot, DailyHistory history) {}

    private final PackBooks packs;
    private final PortfolioHistoryStore histories;
    private final List<Start> starts = new ArrayList<>();
    private final NavigableSet<String> symbols = new TreeSet<>();
    private final Map<Snapshot, UnvaluedDay> unvalued = new LinkedHashMap<>();
    private int days;

    HistoryRun(PackBooks packs, PortfolioHistoryStore histories) {
        this.packs = packs;
        this.histories = histories;
    }

    /** A ledger without transactions has no history and is passed over. */
    void add(Snapshot snapshot, Optional<HistoryDay> last, LedgerBook ledger) {
        if (last.isEmpty() && ledger.transactions().isEmpty()) {
            return;
        }
        starts.add(new Start(snapshot, last, ledger));
        symbols.addAll(ledger.symbols());
    }

    HistoryReport over(List<Step> all) {
        List<Running> running = begin();
        List<Step> relevant = all.stream().filter(this::isAfterAnyBeginning).toList();
        int window = Math.max(1, PRICES / Math.max(1, symbols.size()));
        List<List<Step>> windows = Portions.of(relevant, window);
        if (windows.size() > 1) {
            try (HistoryWriter writer = new HistoryWriter(histories)) {
                windows.forEach(steps -> writer.add(advance(running, steps)));
                writer.finish();
            }
        } else {
            windows.forEach(steps -> histories.add(advance(running, steps)));
        }
        return new HistoryReport(
                days,
                unvalued.entrySet().stream()
                        .map(entry -> "Portfolio " + entry.getKey().portfolioId() + ": "
                                + entry.getValue().reason())
                        .toList());
    }

    private boolean isAfterAnyBeginning(Step step) {
        return starts.stream()
                .anyMatch(
                        start -> start.last().isPresent() || !step.pack().date().isBefore(firstDay(start.ledger())));
    }

    private static LocalDate firstDay(LedgerBook ledger) {
        return ledger.transactions().get(0).date();
    }

    private List<Running> begin() {
        List<PackId> bases = starts.stream()
                .flatMap(start -> start.last().map(HistoryDay::pack).stream())
                .distinct()
                .toList();
        Map<String, PriceBook> books = books(bases);
        return starts.stream()
                .map(start -> new Running(
                        start.snapshot(),
                        start.last()
                                .map(last -> DailyHistory.after(last, book(books, last.pack()), start.ledger()))
                                .orElseGet(() -> new DailyHistory(start.ledger()))))
                .toList();
    }

    private List<Added> advance(List<Running> running, List<Step> steps) {
        Map<String, PriceBook> books = books(steps.stream().map(Step::pack).toList());
        List<Added> added = new ArrayList<>();
        for (Running one : running) {
            List<Dated> rows = new ArrayList<>();
            for (Step step : steps) {
                one.history().next(book(books, step.pack())).ifPresent(row -> rows.add(new Dated(step.vintage(), row)));
            }
            added.add(new Added(one.snapshot(), rows));
        }
        added.forEach(this::note);
        return added;
    }

    private void note(Added added) {
        days += added.rows().size();
        for (Dated dated : added.rows()) {
            HistoryRow row = dated.row();
            if (row instanceof UnvaluedDay day) {
                unvalued.put(added.snapshot(), day);
            } else {
                unvalued.remove(added.snapshot());
            }
        }
    }

    private Map<String, PriceBook> books(List<PackId> ids) {
        Map<String, PriceBook> books = new TreeMap<>();
        if (!ids.isEmpty()) {
            packs.books(ids, symbols).forEach(book -> books.put(book.pack().toString(), book));
        }
        return books;
    }

    private static PriceBook book(Map<String, PriceBook> books, PackId pack) {
        return Optional.ofNullable(books.get(pack.toString()))
                .orElseThrow(() -> new IllegalStateException("There is no pricing pack " + pack));
    }
}
