package io.dawsos.bookkeeping;

import io.dawsos.ledger.NewEntry;
import io.dawsos.ledger.beancount.CostSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Works out purchases: units at their price into the positions, commission to expenses, both out of the cash. */
final class Purchases {

    private Purchases() {}

    static Draft draft(Trade trade, Desk desk) {
        Currency currency = trade.currency();
        BigDecimal total = trade.gross().add(trade.fees());
        List<NewEntry.Leg> legs = new ArrayList<>();
        legs.add(NewEntry.Leg.units(
                JournalAccounts.POSITIONS,
                trade.units(1),
                new CostSpec(Optional.of(trade.unitPrice()), Optional.of(trade.date())),
                Optional.empty()));
        if (trade.fees().signum() > 0) {
            legs.add(NewEntry.Leg.money(JournalAccounts.COMMISSIONS, Money.of(trade.fees(), currency)));
        }
        legs.add(NewEntry.Leg.money(JournalAccounts.CASH, Money.of(total.negate(), currency)));
        return EntryDrafts.of(desk, trade.entry(desk, legs), "trade_date", answer(trade, desk, total), List.of());
    }

    private static Map<String, Object> answer(Trade trade, Desk desk, BigDecimal total) {
        Currency base = desk.portfolio().base();
        BigDecimal rate = trade.fx().rate();
        Map<String, Object> answer = trade.answer(desk);
        answer.put("lot_id", new LotId(trade.symbol(), trade.date(), trade.price()).toString());
        answer.put("total_cost", Money.round(total, trade.currency()));
        answer.put("total_cost_base", Money.round(total.multiply(rate), base));
        answer.put(
                "cost_basis_base",
                Money.round(trade.quantity().multiply(trade.price()).multiply(rate), base));
        answer.put("lots_closed", List.of());
        return answer;
    }
}
