package io.dawsos.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;

/** What happened, and what is expected: sales, dividends, corporate actions. */
final class ActivitySections {

    private ActivitySections() {}

    private static Block.Tile money(String label, JsonNode value) {
        return new Block.Tile(label, Format.MONEY.cell(value));
    }

    static List<Block> realizedGains(Answer answer) {
        JsonNode gains = answer.output("realized_gains");
        JsonNode total = gains.path("total");
        String in = ", amounts in " + answer.currency();
        return List.of(
                new Block.Tiles(List.of(
                        money("Proceeds", total.path("proceeds")),
                        money("Cost", total.path("cost")),
                        money("Gain after commissions", total.path("net")),
                        money("Of it exchange rates", total.path("fx_effect")))),
                Figures.bars(
                        "gains",
                        "Gain after commissions by security in " + answer.currency(),
                        answer.currency(),
                        TableBlocks.descending(gains.path("by_symbol"), "base.net"),
                        "symbol",
                        "base.net"),
                TableBlocks.withTotal(
                        TableBlocks.of("By security" + in, gains.path("by_symbol"), gainsBySecurity()), based(total)),
                TableBlocks.withTotal(TableBlocks.of("Lots sold" + in, gains.path("lots"), lotsSold()), based(total)));
    }

    private static List<Column> gainsBySecurity() {
        return List.of(
                Column.text("Symbol", "symbol"),
                Column.of("Quantity", "quantity", Format.QUANTITY),
                Column.money("Proceeds", "base.proceeds"),
                Column.money("Cost", "base.cost"),
                Column.money("Price effect", "base.price_effect"),
                Column.money("FX effect", "base.fx_effect"),
                Column.money("Net gain", "base.net"));
    }

    private static List<Column> lotsSold() {
        return List.of(
                Column.text("Sold", "sold").wide(12),
                Column.text("Symbol", "symbol").wide(12),
                Column.of("Quantity", "quantity", Format.QUANTITY),
                Column.text("Acquired", "acquired").wide(12),
                Column.of("Days", "holding_days", Format.INTEGER).wide(8),
                Column.money("Proceeds", "base.proceeds"),
                Column.money("Cost", "base.cost"),
                Column.money("Net gain", "base.net"));
    }

    private static JsonNode based(JsonNode total) {
        return JsonNodeFactory.instance.objectNode().set("base", total);
    }

    static List<Block> dividends(Answer answer) {
        JsonNode dividends = answer.output("dividends");
        JsonNode total = dividends.path("total");
        String in = ", amounts in " + answer.currency();
        return List.of(
                new Block.Tiles(List.of(
                        money("Gross", total.path("gross")),
                        money("Withheld", total.path("withheld")),
                        money("Net", total.path("net")))),
                Figures.bars(
                        "dividends-by-month",
                        "Net dividends by month in " + answer.currency(),
                        answer.currency(),
                        TableBlocks.list(dividends.path("by_month")),
                        "month",
                        "base.net"),
                TableBlocks.withTotal(
                        TableBlocks.of("By security" + in, dividends.path("by_symbol"), received()), based(total)),
                TableBlocks.withTotal(
                        TableBlocks.of("Payments" + in, dividends.path("payments"), payments()), based(total)));
    }

    private static List<Column> received() {
        return List.of(
                Column.text("Symbol", "symbol").wide(28),
                Column.of("Payments", "payments", Format.INTEGER),
                Column.money("Gross", "base.gross"),
                Column.money("Withheld", "base.withheld"),
                Column.money("Net", "base.net"));
    }

    private static List<Column> payments() {
        return List.of(
                Column.text("Paid", "pay_date").wide(12),
                Column.text("Symbol", "symbol").wide(12),
                Column.of("Quantity", "quantity", Format.QUANTITY),
                Column.of("Per unit", "per_unit", Format.PRICE),
                Column.text("Cur.", "currency").wide(7),
                Column.of("FX rate", "fx_rate", Format.RATE),
                Column.money("Gross", "base.gross"),
                Column.money("Withheld", "base.withheld"),
                Column.money("Net", "base.net"));
    }

    static List<Block> forecast(Answer answer) {
        JsonNode forecast = answer.output("forecast");
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Tiles(
                List.of(money("Expected gross", forecast.path("gross")), money("Expected net", forecast.path("net")))));
        blocks.add(Figures.bars(
                "forecast-by-month",
                "Expected gross dividends by month in " + answer.currency(),
                answer.currency(),
                TableBlocks.list(forecast.path("by_month")),
                "month",
                "gross"));
        blocks.add(TableBlocks.withTotal(
                TableBlocks.of(
                        "By holding, amounts in " + answer.currency(),
                        TableBlocks.descending(forecast.path("positions"), "gross"),
                        List.of(
                                Column.text("Symbol", "symbol").wide(14),
                                Column.of("Quantity", "quantity", Format.QUANTITY),
                                Column.of("Per unit", "per_unit", Format.PRICE),
                                Column.text("Cur.", "currency").wide(7),
                                Column.of("Payments", "payments", Format.INTEGER),
                                Column.money("Gross", "gross"),
                                Column.percent("Withheld", "withholding_rate"),
                                Column.money("Net", "net"))),
                forecast));
        blocks.add(new Block.Note(forecast.path("method").asText()));
        return blocks;
    }

    static List<Block> actions(Answer answer) {
        JsonNode found = answer.output("actions_with_impact");
        JsonNode summary = found.path("summary");
        return List.of(
                new Block.Tiles(List.of(
                        new Block.Tile("Declared", Format.INTEGER.cell(summary.path("declared"))),
                        money("Declared cash", summary.path("declared_cash")),
                        new Block.Tile("Estimated", Format.INTEGER.cell(summary.path("estimated"))),
                        money("Estimated cash", summary.path("estimated_cash")))),
                TableBlocks.of(
                        "Expected, amounts in " + answer.currency(),
                        found.path("actions"),
                        List.of(
                                Column.text("Day", "date").wide(12),
                                Column.text("Symbol", "symbol").wide(12),
                                Column.text("What", "type"),
                                Column.text("Status", "status"),
                                Column.text("Ex date", "ex_date").wide(12),
                                Column.of("Held", "portfolio_quantity", Format.QUANTITY),
                                Column.of("Per unit", "amount", Format.PRICE),
                                Column.money("Cash", "expected_cash"),
                                Column.money("Net", "expected_net"))),
                new Block.Lines("Soon", lines(found.path("notifications").path("urgent"))),
                new Block.Lines("Later", lines(found.path("notifications").path("later"))),
                new Block.Note(found.path("method").asText()));
    }

    private static List<String> lines(JsonNode texts) {
        return TableBlocks.list(texts).stream().map(JsonNode::asText).toList();
    }
}
