package io.dawsos.portfolio;

import java.time.LocalDate;
import java.util.List;

/**
 * The accumulated attribution at both ends of a range.
 *
 * @param from day of the first row set: the last day of the history at or before the day asked for
 * @param startWealth growth of one unit of the portfolio from the first day of its history until {@code from}
 * @param endWealth the same until {@code to}
 * @param start rows at {@code from}, by holding
 * @param end rows at {@code to}, by holding; a holding once held has a row on every later day
 */
public record AttributionWindow(
        LocalDate from,
        LocalDate to,
        double startWealth,
        double endWealth,
        List<HoldingDay> start,
        List<HoldingDay> end) {
    public AttributionWindow {
        start = List.copyOf(start);
        end = List.copyOf(end);
    }
}
