package io.dawsos.bookkeeping;

import io.dawsos.money.Decimals;
import io.dawsos.portfolio.explain.ClosedLot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The gain of a sale in base currency, by lot, as the answer to the sale shows it: price effect, FX effect and interaction of {@link ClosedLot},
 * less the fees of the sale at its rate.
 */
final class RealizedGain {

    private RealizedGain() {}

    /** Puts the lots and their sums into the answer; without lots, at average cost, null and the reason. */
    static void putInto(Map<String, Object> answer, Trade trade, List<TakenLot> taken, Desk desk) {
        Currency base = desk.portfolio().base();
        List<ClosedLot> gains = taken.stream()
                .map(one -> closed(one, trade, desk.transactionId()))
                .toList();
        List<Map<String, Object>> lots = new ArrayList<>();
        for (int i = 0; i < gains.size(); i++) {
            lots.add(view(taken.get(i).id(), gains.get(i), base));
        }
        answer.put("lots_closed", lots);
        answer.put("cost_basis_base", sum(gains, ClosedLot::costBase, base));
        answer.put("realized_pnl", sum(gains, ClosedLot::netGainBase, base));
        answer.put("realized_price_pnl", sum(gains, ClosedLot::priceEffect, base));
        answer.put("realized_fx_pnl", sum(gains, ClosedLot::fxEffect, base));
        answer.put("realized_interaction_pnl", sum(gains, ClosedLot::interaction, base));
        if (taken.isEmpty()) {
            answer.put(
                    "realized_pnl_reason",
                    "At average cost no lots are told apart; the book after the import has the gain");
        }
    }

    /** Fees are spread over the units. */
    private static ClosedLot closed(TakenLot taken, Trade trade, String sale) {
        BigDecimal units = taken.quantity();
        return new ClosedLot(
                sale,
                trade.symbol(),
                Optional.of(taken.lot().lot()),
                taken.lot().acquired(),
                trade.date(),
                units,
                units.multiply(taken.lot().unitCost()),
                units.multiply(trade.price()),
                Decimals.divide(trade.fees().multiply(units), trade.quantity()),
                trade.currency(),
                taken.lot().fxRate(),
                trade.fx().rate());
    }

    private static Optional<BigDecimal> sum(
            List<ClosedLot> gains, Function<ClosedLot, BigDecimal> part, Currency base) {
        return gains.stream().map(part).reduce(BigDecimal::add).map(total -> Money.round(total, base));
    }

    private static Map<String, Object> view(LotId id, ClosedLot gain, Currency base) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("lot_id", id.toString());
        view.put("symbol", gain.symbol());
        view.put("qty_closed", gain.units());
        view.put("acquisition_date", gain.acquired());
        view.put("disposition_date", gain.sold());
        view.put("cost_basis", Money.round(gain.costBase(), base));
        view.put("proceeds", Money.round(gain.proceedsBase().subtract(gain.commissionBase()), base));
        view.put("realized_pnl", Money.round(gain.netGainBase(), base));
        view.put("realized_price_pnl", Money.round(gain.priceEffect(), base));
        view.put("realized_fx_pnl", Money.round(gain.fxEffect(), base));
        view.put("realized_interaction_pnl", Money.round(gain.interaction(), base));
        return view;
    }
}
