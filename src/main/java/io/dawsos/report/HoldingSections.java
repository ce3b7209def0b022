package io.dawsos.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** One position from its sides. */
final class HoldingSections {

    private HoldingSections() {}

    private static Block.Tile tile(String label, Format format, JsonNode value) {
        return new Block.Tile(label, format.cell(value));
    }

    static List<Block> position(Answer answer) {
        JsonNode position = answer.output("position");
        return List.of(
                new Block.Tiles(List.of(
                        tile("Market value", Format.MONEY, position.path("market_value")),
                        tile("Unrealized gain", Format.MONEY, position.path("unrealized_pnl")),
                        tile("Unrealized return", Format.PERCENT, position.path("unrealized_return")),
                        tile("Weight", Format.PERCENT, position.path("weight")))),
                Figures.waterfall(
                        "unrealized",
                        "From cost to market value",
                        "",
                        List.of(
                                AttributionSections.bar("Cost", position.path("cost_basis")),
                                AttributionSections.bar("Price", position.path("unrealized_price_effect")),
                                AttributionSections.bar("Exchange rate", position.path("unrealized_fx_effect")),
                                AttributionSections.bar("Interaction", position.path("unrealized_interaction")),
                                AttributionSections.bar("Market value", position.path("market_value")))),
                new Block.Facts("The security", identity(position)),
                TableBlocks.of(
                        "Open lots",
                        position.path("lots"),
                        List.of(
                                Column.text("Acquired", "acquired"),
                                Column.of("Quantity", "quantity", Format.QUANTITY),
                                Column.of("Unit cost", "unit_cost", Format.PRICE),
                                Column.text("Cur.", "currency"),
                                Column.of("FX rate", "fx_rate", Format.RATE),
                                Column.money("Cost", "cost_basis"),
                                Column.money("Value", "market_value"),
                                Column.money("Unrealized", "unrealized_pnl"))));
    }

    private static List<Block.Tile> identity(JsonNode position) {
        return List.of(
                tile("Symbol", Format.TEXT, position.path("symbol")),
                tile("Name", Format.TEXT, position.path("name")),
                tile("Exchange", Format.TEXT, position.path("exchange")),
                tile("Country", Format.TEXT, position.path("country")),
                tile("Sector", Format.TEXT, position.path("sector")),
                tile("Quantity", Format.QUANTITY, position.path("quantity")),
                tile("Price", Format.PRICE, position.path("current_price")),
                tile("Price of", Format.TEXT, position.path("price_date")),
                tile("Currency", Format.TEXT, position.path("currency")));
    }

    static List<Block> performance(Answer answer) {
        JsonNode perf = answer.output("position_perf");
        List<Block.Tile> tiles = List.of(
                tile("Return", Format.PERCENT, perf.path("total_return")),
                tile("Local return", Format.PERCENT, perf.path("local_return")),
                tile("FX return", Format.PERCENT, perf.path("fx_return")),
                tile("Volatility a year", Format.PERCENT, perf.path("volatility")),
                tile("Maximum drawdown", Format.PERCENT, perf.path("max_drawdown")));
        List<Block.Tile> facts = List.of(
                tile("From", Format.TEXT, perf.path("from")),
                tile("To", Format.TEXT, perf.path("to")),
                tile("Days held", Format.INTEGER, perf.path("days_held")),
                tile("Return of the portfolio", Format.PERCENT, perf.path("portfolio_return")));
        Block.Table daily = TableBlocks.of(
                "Daily returns",
                perf.path("daily_returns"),
                List.of(
                        Column.text("Day", "date").wide(40),
                        Column.percent("Position", "position"),
                        Column.percent("Portfolio", "portfolio")));
        return List.of(new Block.Tiles(tiles), new Block.Facts("Period", facts), daily);
    }

    static List<Block> transactions(Answer answer) {
        return List.of(TableBlocks.of(
                "Transactions, amounts in their own currency",
                answer.output("transactions").path("transactions"),
                List.of(
                        Column.text("Day", "transaction_date").wide(12),
                        Column.text("What", "transaction_type"),
                        Column.of("Quantity", "quantity", Format.QUANTITY),
                        Column.of("Price", "price", Format.PRICE),
                        Column.text("Cur.", "currency").wide(7),
                        Column.money("Commission", "commission"),
                        Column.money("Total", "total_value"),
                        Column.money("Realized gain", "realized_gain"))));
    }

    /** The charts of an answer that are not drawn from another of its outputs. */
    static List<Block> charts(List<JsonNode> charts) {
        return Stream.iterate(0, i -> i < charts.size(), i -> i + 1)
                .map(i -> chart("chart-" + i, charts.get(i)))
                .toList();
    }

    private static Block chart(String id, JsonNode chart) {
        String title = chart.path("title").asText("Chart");
        String unit = chart.path("unit").asText("");
        JsonNode data = chart.path("data");
        List<Chart.Point> points = PortfolioSections.points(data);
        if (points.size() > 1) {
            String alt = title + " from " + points.get(0).day() + " to "
                    + points.get(points.size() - 1).day() + ".";
            return new Block.Figure(id, title, alt, 220, new Chart.OverTime(unit, points, List.of()));
        }
        return Figures.bars(id, title, unit, TableBlocks.list(data), "label", "value");
    }
}
