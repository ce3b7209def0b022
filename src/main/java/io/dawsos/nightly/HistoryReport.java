package io.dawsos.nightly;

import java.util.ArrayList;
import java.util.List;

/**
 * What was added to histories.
 *
 * @param days rows added, over all portfolios
 * @param unvalued portfolios whose last day has no value, and why, one sentence each
 */
public record HistoryReport(int days, List<String> unvalued) {

    static final HistoryReport NONE = new HistoryReport(0, List.of());

    public HistoryReport {
        unvalued = List.copyOf(unvalued);
    }

    HistoryReport and(HistoryReport other) {
        List<String> all = new ArrayList<>(unvalued);
        all.addAll(other.unvalued);
        return new HistoryReport(days + other.days, all);
    }
}
