package io.dawsos.nightly;

import io.dawsos.ledger.LedgerBook;
import io.dawsos.nightly.HistoryPlan.Stretch;
import io.dawsos.portfolio.HistoryDay;
import io.dawsos.portfolio.PortfolioHistoryStore;
import io.dawsos.portfolio.PortfolioHistoryStore.LedgerSpan;
import io.dawsos.portfolio.PortfolioHistoryStore.Progress;
import io.dawsos.portfolio.PortfolioHistoryStore.Snapshot;
import io.dawsos.portfolio.Portfolios.Owned;
import io.dawsos.pricing.PackBooks;
import io.dawsos.pricing.PackBooks.Made;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings histories up to every pack that was made: after a night by a day, after an import from the first transaction on, after a restatement
 * from its day on. A history that is complete costs nothing but the question. What it stores depends on ledger and packs alone, not on when
 * or how often it ran.
 *
 * <p>A few portfolios at a time, each as its owner: their states, their ledgers, the prices and the new rows take one round trip each.
 */
public final class HistoryBuilder {

    /** Bounds both the memory and the length of a pipeline, whose statements the server may answer before it has read them all. */
    private static final int PORTFOLIOS = 20;

    /** Where the books of snapshots come from, which go on after their last valued days. */
    @FunctionalInterface
    private interface Ledgers {
        List<LedgerBook> of(Stretch stretch, List<Snapshot> snapshots, List<Optional<HistoryDay>> last);
    }

    private final PackBooks packs;
    private final PortfolioHistoryStore histories;

    public HistoryBuilder(PackBooks packs, PortfolioHistoryStore histories) {
        this.packs = packs;
        this.histories = histories;
    }

    /** Completes what these portfolios are answered from. */
    public HistoryReport complete(List<Owned> portfolios) {
        List<Made> made = packs.made();
        HistoryReport report = HistoryReport.NONE;
        for (List<Owned> some : Portions.of(portfolios, PORTFOLIOS)) {
            report = report.and(complete(made, histories.current(some), this::stored));
        }
        return report;
    }

    /** Completes these snapshots. */
    public HistoryReport completeSnapshots(List<Snapshot> snapshots) {
        HistoryReport report = HistoryReport.NONE;
        if (snapshots.isEmpty()) {
            return report;
        }
        List<Made> made = packs.made();
        for (List<Snapshot> some : Portions.of(snapshots, PORTFOLIOS)) {
            report = report.and(complete(made, some, this::stored));
        }
        return report;
    }

    /** Completes snapshots whose books are at hand, all of them side by side. */
    public HistoryReport complete(Map<Snapshot, LedgerBook> books) {
        List<Snapshot> begun = books.keySet().stream()
                .filter(snapshot -> !book(books, snapshot).transactions().isEmpty())
                .toList();
        if (begun.isEmpty()) {
            return HistoryReport.NONE;
        }
        return complete(
                packs.made(),
                begun,
                (stretch, snapshots, last) ->
                        snapshots.stream().map(one -> book(books, one)).toList());
    }

    private static LedgerBook book(Map<Snapshot, LedgerBook> books, Snapshot snapshot) {
        return Optional.ofNullable(books.get(snapshot)).orElseThrow();
    }

    private HistoryReport complete(List<Made> made, List<Snapshot> snapshots, Ledgers ledgers) {
        Map<Optional<Progress>, List<Snapshot>> alike = new LinkedHashMap<>();
        snapshots.forEach(snapshot -> alike.computeIfAbsent(snapshot.progress(), progress -> new ArrayList<>())
                .add(snapshot));
        HistoryReport report = HistoryReport.NONE;
        for (Map.Entry<Optional<Progress>, List<Snapshot>> group : alike.entrySet()) {
            for (Stretch stretch : HistoryPlan.of(made, group.getKey())) {
                report = report.and(extend(stretch, group.getValue(), ledgers));
            }
        }
        return report;
    }

    private HistoryReport extend(Stretch stretch, List<Snapshot> snapshots, Ledgers ledgers) {
        List<Optional<HistoryDay>> last = histories.lastValued(snapshots, stretch.first());
        List<LedgerBook> books = ledgers.of(stretch, snapshots, last);
        HistoryRun run = new HistoryRun(packs, histories);
        for (int i = 0; i < snapshots.size(); i++) {
            run.add(snapshots.get(i), last.get(i), books.get(i));
        }
        return run.over(stretch.steps());
    }

    private List<LedgerBook> stored(Stretch stretch, List<Snapshot> snapshots, List<Optional<HistoryDay>> last) {
        List<LedgerSpan> spans = new ArrayList<>();
        for (int i = 0; i < snapshots.size(); i++) {
            Optional<LocalDate> after = last.get(i).map(HistoryDay::date);
            spans.add(new LedgerSpan(snapshots.get(i), after, stretch.last()));
        }
        return histories.ledgers(spans);
    }
}
