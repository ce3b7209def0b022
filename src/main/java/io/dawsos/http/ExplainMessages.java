package io.dawsos.http;

import io.dawsos.money.RunningCents;
import io.dawsos.portfolio.explain.PackDiff;
import io.dawsos.portfolio.explain.PackDiff.Effects;
import io.dawsos.portfolio.explain.PackDiff.Row;
import io.dawsos.portfolio.explain.PackDiffs;
import io.dawsos.pricing.PackId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;

/** Why figures moved. */
public final class ExplainMessages {

    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String PORTFOLIO = "portfolio_id";
    private static final String PACK = "a pack like 20231229_v1";

    /** As {@link PackDiff} takes them. */
    private static final List<String> ORDER = List.of("restatement", "price", "fx", "income", "quantity");

    private ExplainMessages() {}

    /**
     * {@code GET /v1/packs/diff}. Amounts are whole cents, rounded so that all effects add up to the difference to the cent.
     */
    public static Processor diff(PackDiffs diffs, Callers callers) {
        return exchange -> {
            UUID user = callers.userOf(exchange);
            QueryParameters query = QueryParameters.of(exchange, List.of(FROM, TO, PORTFOLIO));
            Optional<PackId> from = query.required(FROM, PACK, PackId::parse);
            Optional<PackId> to = query.required(TO, PACK, PackId::parse);
            Optional<UUID> portfolio = query.uuid(PORTFOLIO);
            query.throwIfAny();
            PackDiff diff = diffs.between(user, from.orElseThrow(), to.orElseThrow(), portfolio);
            CatalogMessages.json(exchange, new View(diff).document());
            exchange.getMessage().setHeader("X-Pack-ID", diff.to().toString());
        };
    }

    /** One answer: its cents run on from row to row. */
    private static final class View {
        private final PackDiff diff;
        private final RunningCents cents = new RunningCents();
        private Effects totals = new Effects(zero(), zero(), zero(), zero(), zero());

        View(PackDiff diff) {
            this.diff = diff;
        }

        private static BigDecimal zero() {
            return RunningCents.round(BigDecimal.ZERO);
        }

        Map<String, Object> document() {
            // the running sum goes from one value to the other, so that both and their difference are to the cent
            BigDecimal valueFrom = cents.next(diff.valueFrom());
            List<Object> rows = new ArrayList<>();
            diff.rows().forEach(row -> rows.add(row(row)));
            Map<String, Object> document = new LinkedHashMap<>();
            document.put(PORTFOLIO, diff.portfolio().toString());
            document.put("ledger_commit_hash", diff.ledgerCommit());
            document.put("base_currency", diff.baseCurrency());
            document.put(FROM, diff.from().toString());
            document.put("restated", diff.restated().toString());
            document.put(TO, diff.to().toString());
            document.put("value_from", valueFrom);
            document.put("value_to", valueFrom.add(totals.total()));
            document.put("difference", totals.total());
            document.put("order", ORDER);
            document.put("totals", effects(totals));
            document.put("holdings", rows);
            document.put("warnings", diff.warnings());
            return document;
        }

        private Map<String, Object> row(Row row) {
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("holding", row.holding());
            view.put("cash", row.cash());
            view.put("quantity_from", row.quantityFrom());
            view.put("quantity_to", row.quantityTo());
            view.put("value_from", rounded(row.valueFrom()));
            view.put("value_to", rounded(row.valueTo()));
            Optional<Effects> printed = row.effects().map(this::inCents);
            printed.ifPresent(effects -> totals = plus(totals, effects));
            view.put("effects", printed.map(View::effects).orElse(null));
            return view;
        }

        private static @Nullable BigDecimal rounded(Optional<BigDecimal> amount) {
            return amount.map(RunningCents::round).orElse(null);
        }

        private Effects inCents(Effects exact) {
            return new Effects(
                    cents.next(exact.restatement()),
                    cents.next(exact.price()),
                    cents.next(exact.fx()),
                    cents.next(exact.income()),
                    cents.next(exact.quantity()));
        }

        private static Effects plus(Effects one, Effects other) {
            return new Effects(
                    one.restatement().add(other.restatement()),
                    one.price().add(other.price()),
                    one.fx().add(other.fx()),
                    one.income().add(other.income()),
                    one.quantity().add(other.quantity()));
        }

        private static Map<String, Object> effects(Effects effects) {
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("restatement", effects.restatement());
            view.put("price", effects.price());
            view.put("fx", effects.fx());
            view.put("income", effects.income());
            view.put("quantity", effects.quantity());
            view.put("total", effects.total());
            return view;
        }
    }
}
