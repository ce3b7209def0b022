package io.dawsos.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Daily values, month by month: the last one, and what was paid in and out. */
final class MonthEnds {

    private MonthEnds() {}

    static Block.Table table(List<Chart.Point> values, JsonNode flows, String currency) {
        List<List<Cell>> rows = new ArrayList<>();
        double paid = 0;
        for (int i = 0; i < values.size(); i++) {
            Chart.Point point = values.get(i);
            paid += flows.path(i).asDouble();
            boolean last = i + 1 == values.size()
                    || !YearMonth.from(values.get(i + 1).day()).equals(YearMonth.from(point.day()));
            if (last) {
                rows.add(List.of(new Cell(point.day().toString(), "text"), amount(paid), amount(point.value())));
                paid = 0;
            }
        }
        return new Block.Table(
                "Value at the end of each month in " + currency,
                List.of(
                        Column.text("Day", "day").wide(34),
                        Column.money("Paid in less paid out", "flows"),
                        Column.money("Value", "value")),
                rows,
                List.of());
    }

    static String money(double value) {
        return Format.MONEY.show(BigDecimal.valueOf(value));
    }

    private static Cell amount(double value) {
        String text = money(value);
        return new Cell(text, text.startsWith("\u2212") ? "num neg" : "num");
    }
}
