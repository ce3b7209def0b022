package io.dawsos.report;

import java.time.LocalDate;
import java.util.List;

/** What a chart shows; {@link ChartPainter} says how it looks. */
sealed interface Chart {

    /** A value on one day. */
    record Point(LocalDate day, double value) {}

    /** A value with its name. */
    record Bar(String label, double value) {}

    /**
     * A line over time, and below it, where there are any, falls from the last peak.
     *
     * @param drawdowns fractions, never positive
     */
    record OverTime(String unit, List<Point> values, List<Point> drawdowns) implements Chart {}

    /** Horizontal bars, the first one on top. */
    record Bars(String unit, List<Bar> bars) implements Chart {}

    /** Steps that add up to the last bar. */
    record Waterfall(String unit, List<Bar> bars) implements Chart {}
}
