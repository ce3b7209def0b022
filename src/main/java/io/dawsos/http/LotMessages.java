package io.dawsos.http;

import io.dawsos.bookkeeping.LotId;
import io.dawsos.bookkeeping.PortfolioDesk;
import io.dawsos.money.Decimals;
import io.dawsos.portfolio.LedgerRecords;
import io.dawsos.portfolio.Lot;
import io.dawsos.portfolio.Portfolios;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.camel.Processor;

/** {@code GET /v1/trades/lots} and {@code GET /v1/trades/positions}: what is open, at cost. What it is worth answers {@code POST /execute}. */
public final class LotMessages {

    private static final List<String> PARAMETERS = List.of("portfolio_id", "symbol", "asof");
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private LotMessages() {}

    /** Open lots, by symbol and age; {@code asof} shows those of an earlier day. */
    public static Processor lots(PortfolioDesk desk, LedgerRecords records, Callers callers) {
        return answer(
                desk,
                records,
                callers,
                "lots",
                lots -> lots.stream().map(LotMessages::view).toList());
    }

    /** The lots of each symbol as one. */
    public static Processor positions(PortfolioDesk desk, LedgerRecords records, Callers callers) {
        return answer(desk, records, callers, "positions", LotMessages::positions);
    }

    private static Processor answer(
            PortfolioDesk desk,
            LedgerRecords records,
            Callers callers,
            String member,
            Function<List<Lot>, List<Map<String, Object>>> view) {
        return exchange -> {
            QueryParameters query = QueryParameters.of(exchange, PARAMETERS);
            Optional<LocalDate> day = query.day("asof");
            Optional<String> symbol = query.text("symbol");
            Portfolios.Opened opened =
                    desk.chosen(query.text("portfolio_id"), LedgerMessages.caller(exchange, callers));
            query.throwIfAny();
            List<Lot> lots = opened.ledgerCommit()
                    .map(commit -> records.lots(
                            opened.portfolio().userId(), opened.portfolio().id(), commit, day.orElse(LAST)))
                    .orElse(List.of());
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("portfolio_id", opened.portfolio().id());
            answer.put("base_currency", opened.portfolio().base());
            answer.put("ledger_commit_hash", opened.ledgerCommit());
            answer.put("asof", day);
            answer.put(
                    member,
                    view.apply(lots.stream()
                            .filter(lot -> symbol.isEmpty() || symbol.get().equals(lot.symbol()))
                            .toList()));
            CatalogMessages.json(exchange, answer);
        };
    }

    private static Map<String, Object> view(Lot lot) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("lot_id", new LotId(lot.symbol(), lot.acquired(), lot.unitCost()).toString());
        view.put("symbol", lot.symbol());
        view.put("acquisition_date", lot.acquired());
        view.put("qty", lot.quantity());
        view.put("unit_cost", lot.unitCost());
        view.put("currency", lot.currency());
        view.put("fx_rate", lot.fxRate());
        view.put("cost_basis", cents(lot.quantity().multiply(lot.unitCost())));
        view.put("cost_basis_base", cents(lot.costBase()));
        return view;
    }

    private static List<Map<String, Object>> positions(List<Lot> lots) {
        Map<String, List<Lot>> bySymbol = new TreeMap<>();
        // costs of two currencies are never added up
        lots.forEach(lot -> bySymbol.computeIfAbsent(lot.symbol() + "/" + lot.currency(), key -> new ArrayList<>())
                .add(lot));
        return bySymbol.values().stream().map(LotMessages::position).toList();
    }

    private static Map<String, Object> position(List<Lot> lots) {
        BigDecimal quantity = sum(lots, Lot::quantity);
        BigDecimal cost = sum(lots, lot -> lot.quantity().multiply(lot.unitCost()));
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("symbol", lots.get(0).symbol());
        view.put("qty", quantity);
        view.put("cost_basis", cents(cost));
        view.put("avg_cost", Decimals.divide(cost, quantity));
        view.put("currency", lots.get(0).currency());
        view.put("cost_basis_base", cents(sum(lots, Lot::costBase)));
        view.put("lots", lots.size());
        return view;
    }

    private static BigDecimal sum(List<Lot> lots, Function<Lot, BigDecimal> part) {
        return lots.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN);
    }
}
