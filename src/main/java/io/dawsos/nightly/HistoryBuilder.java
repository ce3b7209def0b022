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
        for (int from = 0; from < portfolios.size(); from += PORTFOLIOS) {
            List<Owned> some = portfolios.subList(from, Math.min(from + PORTFOLIOS, portfolios.size()));
            report = report.and(complete(made, histories.current(some)));
        }
        return report;
    }

    /** Completes one snapshot whose book is at hand. */
    public HistoryReport complete(Snapshot snapshot, LedgerBook book) {
        HistoryReport report = HistoryReport.NONE;
        if (book.transactions().isEmpty()) {
            return report;
        }
        for (Stretch stretch : HistoryPlan.of(packs.made(), snapshot.progress())) {
            List<Snapshot> one = List.of(snapshot);
            report = report.and(extend(stretch, one, histories.lastValued(one, stretch.first()), List.of(book)));
        }
        return report;
    }

    private HistoryReport complete(List<Made> made, List<Snapshot> snapshots) {
        Map<Optional<Progress>, List<Snapshot>> alike = new LinkedHashMap<>();
        snapshots.forEach(snapshot -> alike.computeIfAbsent(snapshot.progress(), progress -> new ArrayList<>())
                .add(snapshot));
        HistoryReport report = HistoryReport.NONE;
        for (Map.Entry<Optional<Progress>, List<Snapshot>> group : alike.entrySet()) {
            for (Stretch stretch : HistoryPlan.of(made, group.getKey())) {
                report = report.and(extend(stretch, group.getValue()));
            }
        }
        return report;
    }

    private HistoryReport extend(Stretch stretch, List<Snapshot> snapshots) {
        List<Optional<HistoryDay>> last = histories.lastValued(snapshots, stretch.first());
        List<LedgerSpan> spans = new ArrayList<>();
        for (int i = 0; i < snapshots.size(); i++) {
            Optional<LocalDate> after = last.get(i).map(HistoryDay::date);
            spans.add(new LedgerSpan(snapshots.get(i), after, stretch.last()));
        }
        return extend(stretch, snapshots, last, histories.ledgers(spans));
    }

    private HistoryReport extend(
            Stretch stretch, List<Snapshot> snapshots, List<Optional<HistoryDay>> last, List<LedgerBook> ledgers) {
        HistoryRun run = new HistoryRun(packs, histories);
        for (int i = 0; i < snapshots.size(); i++) {
            run.add(snapshots.get(i), last.get(i), ledgers.get(i));
        }
        return run.over(stretch.steps());
    }
}
