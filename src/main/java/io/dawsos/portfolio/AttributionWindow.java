package io.dawsos.portfolio;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The accumulated attribution at both ends of a range.
 *
 * @param from day of the first row set: the last day of the history at or before the day asked for
 * @param startWealth growth of one unit of the portfolio from the first day of its history until {@code from}
 * @param endWealth the same until {@code to}
 * @param start rows at {@code from}, by holding
 * @param end rows at {@code to}, by holding; a holding once held has a row on every later day
 * @param unvalued the last day, when it has no value: then there is nothing to attribute, and no row
 */
public record AttributionWindow(
        LocalDate from,
        LocalDate to,
        double startWealth,
        double endWealth,
        List<HoldingDay> start,
        List<HoldingDay> end,
        Optional<UnvaluedDay> unvalued) {
    public AttributionWindow {
        start = List.copyOf(start);
        end = List.copyOf(end);
    }

    /** A window whose ends have values. */
    public AttributionWindow(
            LocalDate from,
            LocalDate to,
            double startWealth,
            double endWealth,
            List<HoldingDay> start,
            List<HoldingDay> end) {
        this(from, to, startWealth, endWealth, start, end, Optional.empty());
    }

    /** A window that ends on a day without a value. */
    public static AttributionWindow endingOn(UnvaluedDay day) {
        return new AttributionWindow(day.date(), day.date(), 1, 1, List.of(), List.of(), Optional.of(day));
    }
}
