package io.dawsos.bookkeeping;

import io.dawsos.money.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The gain of a sale in base currency, by lot: proceeds at the exchange rate of the sale less cost at that of the purchase.
 *
 * <p>{@code pnl = price part + fx part - fees}, where with {@code q} units the price part is {@code q (exit price - unit cost) exit fx}, the
 * fx part {@code q unit cost (exit fx - entry fx)}, and fees are spread over the units and converted at the rate of the sale.
 */
record RealizedGain(ClosedLot closed, Trade trade) {

    /** Puts the lots and their sums into the answer; without lots, at average cost, null and the reason. */
    static void putInto(Map<String, Object> answer, Trade trade, List<ClosedLot> closed, Currency base) {
        List<RealizedGain> gains =
                closed.stream().map(one -> new RealizedGain(one, trade)).toList();
        List<Map<String, Object>> lots = new ArrayList<>();
        gains.forEach(gain -> lots.add(gain.view(base)));
        answer.put("lots_closed", lots);
        answer.put("cost_basis_base", sum(gains, RealizedGain::cost, base));
        answer.put("realized_pnl", sum(gains, RealizedGain::total, base));
        answer.put("realized_price_pnl", sum(gains, RealizedGain::priceEffect, base));
        answer.put("realized_fx_pnl", sum(gains, RealizedGain::fxEffect, base));
        if (closed.isEmpty()) {
            answer.put(
                    "realized_pnl_reason",
                    "At average cost no lots are told apart; the book after the import has the gain");
        }
    }

    private static Optional<BigDecimal> sum(
            List<RealizedGain> gains, Function<RealizedGain, BigDecimal> part, Currency base) {
        return gains.stream().map(part).reduce(BigDecimal::add).map(total -> Money.round(total, base));
    }

    private Map<String, Object> view(Currency base) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("lot_id", closed.id().toString());
        view.put("symbol", trade.symbol());
        view.put("qty_closed", closed.quantity());
        view.put("acquisition_date", closed.lot().acquired());
        view.put("disposition_date", trade.date());
        view.put("cost_basis", Money.round(cost(), base));
        view.put("proceeds", Money.round(proceeds(), base));
        view.put("realized_pnl", Money.round(total(), base));
        view.put("realized_price_pnl", Money.round(priceEffect(), base));
        view.put("realized_fx_pnl", Money.round(fxEffect(), base));
        return view;
    }

    BigDecimal cost() {
        return closed.quantity()
                .multiply(closed.lot().unitCost())
                .multiply(closed.lot().fxRate());
    }

    BigDecimal proceeds() {
        BigDecimal fees = Decimals.divide(trade.fees().multiply(closed.quantity()), trade.quantity());
        return closed.quantity()
                .multiply(trade.price())
                .subtract(fees)
                .multiply(trade.fx().rate());
    }

    BigDecimal total() {
        return proceeds().subtract(cost());
    }

    BigDecimal priceEffect() {
        return closed.quantity()
                .multiply(trade.price().subtract(closed.lot().unitCost()))
                .multiply(trade.fx().rate());
    }

    BigDecimal fxEffect() {
        return closed.quantity()
                .multiply(closed.lot().unitCost())
                .multiply(trade.fx().rate().subtract(closed.lot().fxRate()));
    }
}
