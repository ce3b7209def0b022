package io.dawsos.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where return and change of value came from. */
final class AttributionSections {

    private static final int BARS = 20;
    private static final String FRACTION = "fraction";

    private AttributionSections() {}

    static List<Block> currency(Answer answer) {
        JsonNode attribution = answer.output("currency_attr");
        List<Block> blocks = new ArrayList<>();
        blocks.add(Figures.waterfall(
                "attribution",
                "From local return to total return",
                FRACTION,
                List.of(
                        bar("Local return", attribution.path("local_return")),
                        bar("Exchange rates", attribution.path("fx_return")),
                        bar("Interaction", attribution.path("interaction")),
                        bar("Total return", attribution.path("total_return")))));
        if (attribution.path("by_currency").isArray()) {
            blocks.add(TableBlocks.withTotal(
                    parts("By currency", Column.text("Currency", "currency").wide(16), attribution.path("by_currency")),
                    totals(attribution)));
        }
        if (attribution.path("by_position").isArray()) {
            List<JsonNode> rows = TableBlocks.descending(attribution.path("by_position"), "contribution.total");
            blocks.add(Figures.bars(
                    "contributions",
                    rows.size() > BARS ? "Largest and smallest contributions" : "Contribution to the return by holding",
                    FRACTION,
                    ends(rows),
                    "symbol",
                    "contribution.total"));
            blocks.add(parts("By holding", Column.text("Symbol", "symbol").wide(16), rows));
        }
        blocks.add(method(attribution));
        return blocks;
    }

    private static List<JsonNode> ends(List<JsonNode> rows) {
        return rows.size() <= BARS
                ? rows
                : Stream.concat(
                                rows.subList(0, BARS / 2).stream(),
                                rows.subList(rows.size() - BARS / 2, rows.size()).stream())
                        .toList();
    }

    private static Block.Table parts(String caption, Column first, Iterable<JsonNode> rows) {
        List<JsonNode> all = new ArrayList<>();
        rows.forEach(all::add);
        return TableBlocks.of(
                caption,
                all,
                List.of(
                        first,
                        Column.percent("Weight", "weight"),
                        Column.percent("Local return", "local_return"),
                        Column.percent("FX return", "fx_return"),
                        Column.percent("Local contr.", "contribution.local"),
                        Column.percent("FX contr.", "contribution.fx"),
                        Column.percent("Total contr.", "contribution.total")));
    }

    private static JsonNode totals(JsonNode attribution) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.set(
                "contribution",
                Totals.of("total", attribution.path("total_return")).row());
        return row;
    }

    private static Block method(JsonNode attribution) {
        JsonNode check = attribution.path("verification");
        String sentence =
                "Local return and exchange rates multiply: (1 + local)(1 + FX) \u2212 1; the interaction is their"
                        + " product. Contributions add up to the total return.";
        return new Block.Note(
                check.path("identity_holds").asBoolean(false)
                        ? sentence + " Verified to within " + Format.QUANTITY.show(check.path("tolerance_bps"))
                                + " basis points."
                        : sentence);
    }

    static Chart.Bar bar(String label, JsonNode value) {
        return new Chart.Bar(label, value.asDouble());
    }

    static List<Block> valueChange(Answer answer) {
        JsonNode change = answer.output("value_change");
        List<Chart.Bar> steps = steps(change);
        return List.of(
                Figures.waterfall(
                        "value-change",
                        "From the first to the last value in " + answer.currency(),
                        answer.currency(),
                        steps),
                new Block.Facts(
                        "What changed the value, in " + answer.currency(),
                        Stream.of(
                                        "Value on the first day:start_value",
                                        "Paid in less paid out:external_flows",
                                        "Realized gains:realized",
                                        "Unrealized gains:unrealized",
                                        "Dividends:income.dividends",
                                        "Other income:income.other",
                                        "Exchange rates, held:fx.held",
                                        "Exchange rates, sold:fx.sold",
                                        "Exchange rates, cash:fx.cash",
                                        "Exchange rates, conversions:fx.conversions",
                                        "Commissions:commissions",
                                        "Fees:fees",
                                        "Taxes:taxes",
                                        "Rounding:residual",
                                        "Value on the last day:end_value")
                                .map(line -> line.split(":", 2))
                                .map(line -> new Block.Tile(line[0], Format.MONEY.cell(Column.at(change, line[1]))))
                                .toList()));
    }

    private static List<Chart.Bar> steps(JsonNode change) {
        return List.of(
                bar("Start", change.path("start_value")),
                bar("Paid in", change.path("external_flows")),
                bar("Realized", change.path("realized")),
                bar("Unrealized", change.path("unrealized")),
                bar("Income", Column.at(change, "income.total")),
                bar("FX", Column.at(change, "fx.total")),
                new Chart.Bar(
                        "Costs",
                        Stream.of("commissions", "fees", "taxes", "residual")
                                .mapToDouble(key -> change.path(key).asDouble())
                                .sum()),
                bar("End", change.path("end_value")));
    }
}
