package io.dawsos.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Charts of rows. */
final class Figures {

    private static final int BAR_HEIGHT = 17;

    private Figures() {}

    /** Horizontal bars in the order of the rows; {@code unit} is a currency or {@code fraction}. */
    static Block.Figure bars(String id, String caption, String unit, List<JsonNode> rows, String label, String value) {
        List<Chart.Bar> bars = rows.stream()
                .map(row -> new Chart.Bar(
                        Column.at(row, label).asText(), Column.at(row, value).asDouble()))
                .toList();
        int height = 10 + BAR_HEIGHT * Math.max(bars.size(), 1);
        return new Block.Figure(id, caption, alt(caption, unit, bars), height, new Chart.Bars(unit, bars));
    }

    static Block.Figure waterfall(String id, String caption, String unit, List<Chart.Bar> steps) {
        return new Block.Figure(id, caption, alt(caption, unit, steps), 215, new Chart.Waterfall(unit, steps));
    }

    private static String alt(String caption, String unit, List<Chart.Bar> bars) {
        return bars.stream()
                .map(bar -> bar.label() + " " + show(unit, bar.value()))
                .collect(Collectors.joining("; ", caption + ": ", "."));
    }

    /** A value of that unit, as axes and labels have it. */
    static String show(String unit, double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        return "fraction".equals(unit) ? Format.PERCENT.show(exact) : Format.MONEY.show(exact);
    }
}
