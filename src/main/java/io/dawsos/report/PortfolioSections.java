package io.dawsos.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a portfolio is and did: performance, allocation, holdings. */
final class PortfolioSections {

    private static final int TOP = 10;

    private PortfolioSections() {}

    static List<Block.Tile> highlights(Answer answer) {
        JsonNode perf = answer.output("perf_metrics");
        List<Block.Tile> tiles = new ArrayList<>();
        JsonNode value = answer.output("valued_positions").path("total_value");
        if (value.isNumber()) {
            tiles.add(tile("Value in " + answer.currency(), Format.MONEY, value));
        }
        if (answer.has("perf_metrics")) {
            tiles.add(tile("Return (TWR)", Format.PERCENT, perf.path("twr")));
            tiles.add(tile("Volatility", Format.PERCENT, perf.path("volatility")));
            tiles.add(tile("Sharpe ratio", Format.RATIO, perf.path("sharpe_ratio")));
        }
        return tiles;
    }

    private static Block.Tile tile(String label, Format format, JsonNode value) {
        return new Block.Tile(label, format.cell(value));
    }

    static List<Block> performance(Answer answer) {
        JsonNode perf = answer.output("perf_metrics");
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Tiles(List.of(
                tile("Return (TWR)", Format.PERCENT, perf.path("twr")),
                tile("Return a year", Format.PERCENT, perf.path("twr_annualized")),
                tile("Volatility a year", Format.PERCENT, perf.path("volatility")),
                tile("Maximum drawdown", Format.PERCENT, perf.path("max_drawdown")),
                tile("Sharpe ratio", Format.RATIO, perf.path("sharpe_ratio")))));
        if (answer.has("historical_nav")) {
            blocks.addAll(history(answer));
        }
        JsonNode drawdown = perf.path("drawdown");
        blocks.add(new Block.Facts(
                "How it was measured",
                List.of(
                        new Block.Tile("Period", period(perf)),
                        tile("Daily returns", Format.INTEGER, perf.path("observations")),
                        tile("Risk-free rate", Format.PERCENT, perf.path("risk_free_rate")),
                        tile("Taken from", Format.TEXT, perf.path("risk_free_source")),
                        tile("Peak before the deepest fall", Format.TEXT, drawdown.path("peak")),
                        tile("Lowest day", Format.TEXT, drawdown.path("trough")),
                        tile("Recovered", Format.TEXT, drawdown.path("recovery")),
                        tile("Below the peak at the end", Format.PERCENT, drawdown.path("current")))));
        JsonNode undefined = perf.path("undefined");
        undefined
                .properties()
                .forEach(why -> blocks.add(new Block.Note(
                        why.getKey() + " is not defined: " + why.getValue().asText())));
        return blocks;
    }

    private static Cell period(JsonNode from) {
        return new Cell(Format.TEXT.show(from.path("from")) + " to " + Format.TEXT.show(from.path("to")), "text");
    }

    /** Value over time with drawdown, and the value at each month's end. */
    static List<Block> history(Answer answer) {
        JsonNode nav = answer.output("historical_nav");
        List<Chart.Point> values = new ArrayList<>();
        for (int i = 0; i < nav.path("dates").size(); i++) {
            LocalDate day = LocalDate.parse(nav.path("dates").path(i).asText());
            values.add(new Chart.Point(day, nav.path("values").path(i).asDouble()));
        }
        if (values.size() < 2) {
            return List.of(new Block.Note("There are fewer than two days with a value in this period."));
        }
        List<Chart.Point> drawdowns = points(answer.chart("Drawdown").path("data"));
        Chart.Point last = values.get(values.size() - 1);
        String alt = "Value from " + values.get(0).day() + " to " + last.day() + ": from "
                + MonthEnds.money(values.get(0).value()) + " to " + MonthEnds.money(last.value()) + " "
                + answer.currency() + ".";
        String caption = drawdowns.isEmpty() ? "Value over time" : "Value over time, and fall from the last peak";
        return List.of(
                new Block.Figure(
                        "value-over-time",
                        caption,
                        alt,
                        drawdowns.isEmpty() ? 200 : 262,
                        new Chart.OverTime(answer.currency(), values, drawdowns)),
                MonthEnds.table(values, nav.path("flows"), answer.currency()));
    }

    static List<Chart.Point> points(JsonNode data) {
        return TableBlocks.list(data).stream()
                .filter(point ->
                        point.path("date").isTextual() && point.path("value").isNumber())
                .map(point -> new Chart.Point(
                        LocalDate.parse(point.path("date").asText()),
                        point.path("value").asDouble()))
                .toList();
    }

    static List<Block> allocation(Answer answer) {
        JsonNode sectors = answer.output("sector_allocation").path("sectors");
        List<Block> blocks = new ArrayList<>();
        blocks.add(bars("sectors", "Weight by sector", TableBlocks.descending(sectors, "weight"), "sector"));
        blocks.add(TableBlocks.withTotal(
                TableBlocks.of(
                        "Value by sector in " + answer.currency(),
                        TableBlocks.descending(sectors, "value"),
                        List.of(
                                Column.text("Sector", "sector").wide(50),
                                Column.money("Value", "value"),
                                Column.percent("Weight", "weight"))),
                Totals.of("value", answer.output("sector_allocation").path("total_value"))
                        .summed(sectors, "weight")
                        .row()));
        if (answer.has("valued_positions")) {
            blocks.addAll(concentration(answer.output("valued_positions").path("positions")));
        }
        return blocks;
    }

    private static List<Block> concentration(JsonNode positions) {
        List<JsonNode> largest = TableBlocks.descending(positions, "weight");
        List<JsonNode> top = largest.subList(0, Math.min(TOP, largest.size()));
        double share =
                top.stream().mapToDouble(row -> row.path("weight").asDouble()).sum();
        double squares = largest.stream()
                .mapToDouble(row -> row.path("weight").asDouble())
                .map(weight -> weight * weight)
                .sum();
        return List.of(
                bars("largest", "The largest holdings by weight", top, "symbol"),
                new Block.Facts(
                        "Concentration",
                        List.of(
                                fact("Weight of the largest " + top.size(), Format.PERCENT, share),
                                fact("Herfindahl index", Format.RATE, squares))));
    }

    private static Block.Tile fact(String label, Format format, double value) {
        return new Block.Tile(label, new Cell(format.show(BigDecimal.valueOf(value)), "num"));
    }

    private static Block bars(String id, String caption, List<JsonNode> rows, String label) {
        return Figures.bars(id, caption, "fraction", rows, label, "weight");
    }

    static List<Block> holdings(Answer answer) {
        JsonNode valued = answer.output("valued_positions");
        List<Block> blocks = new ArrayList<>();
        blocks.add(TableBlocks.withTotal(
                TableBlocks.of(
                        "Holdings, amounts in " + answer.currency(),
                        TableBlocks.descending(valued.path("positions"), "market_value"),
                        List.of(
                                Column.text("Symbol", "symbol").wide(11),
                                Column.text("Name", "name").wide(25),
                                Column.of("Quantity", "quantity", Format.QUANTITY)
                                        .wide(10),
                                Column.of("Price", "price", Format.PRICE).wide(10),
                                Column.text("Cur.", "price_currency").wide(6),
                                Column.money("Value", "market_value").wide(14),
                                Column.percent("Weight", "weight").wide(10),
                                Column.money("Unrealized gain", "unrealized_pnl")
                                        .wide(14))),
                Totals.of("market_value", valued.path("securities_value"))
                        .summed(valued.path("positions"), "weight", "unrealized_pnl")
                        .row()));
        JsonNode cash = valued.path("cash");
        if (!cash.isEmpty()) {
            blocks.add(TableBlocks.withTotal(
                    TableBlocks.of(
                            "Cash",
                            cash,
                            List.of(
                                    Column.text("Currency", "currency").wide(40),
                                    Column.money("Amount", "amount"),
                                    Column.money("Value in " + answer.currency(), "value"))),
                    Totals.of("value", valued.path("cash_value")).row()));
        }
        List<String> stale = stale(valued.path("positions"), answer.trace("pack_date"));
        if (!stale.isEmpty()) {
            blocks.add(new Block.Lines("Prices of an earlier day", stale));
        }
        return blocks;
    }

    private static List<String> stale(JsonNode positions, String day) {
        Predicate<JsonNode> old = row -> row.path("price_date").isTextual()
                && !row.path("price_date").asText().equals(day);
        return day.isEmpty()
                ? List.of()
                : TableBlocks.list(positions).stream()
                        .filter(old)
                        .map(row -> row.path("symbol").asText() + ": "
                                + row.path("price_date").asText())
                        .toList();
    }
}
