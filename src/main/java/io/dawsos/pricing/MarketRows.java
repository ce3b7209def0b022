package io.dawsos.pricing;

import java.util.ArrayList;
import java.util.List;

/**
 * What was published, and what could not be read.
 *
 * @param faults files of which nothing was taken, each fault as {@code file:line: what}
 */
public record MarketRows(List<MarketRow> rows, List<String> faults) {
    public MarketRows {
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
    }

    /** Both together, in this order. */
    public MarketRows and(MarketRows more) {
        List<MarketRow> allRows = new ArrayList<>(rows);
        allRows.addAll(more.rows);
        List<String> allFaults = new ArrayList<>(faults);
        allFaults.addAll(more.faults);
        return new MarketRows(allRows, allFaults);
    }
}
