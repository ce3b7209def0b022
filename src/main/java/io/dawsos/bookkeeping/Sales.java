package io.dawsos.bookkeeping;

import io.dawsos.ledger.JournalState;
import io.dawsos.ledger.LotPeriod;
import io.dawsos.ledger.NewEntry;
import io.dawsos.ledger.beancount.BookingMethod;
import io.dawsos.ledger.beancount.CostSpec;
import io.dawsos.ledger.beancount.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Works out sales. The entry names the lots it takes and the gain it makes, so that what was answered stays true whatever is entered later
 * with an earlier date. At average cost, where no lot can be named, both are left to the loader.
 */
final class Sales {

    private static final CostSpec ANY = new CostSpec(Optional.empty(), Optional.empty());

    private Sales() {}

    static Draft draft(Trade trade, Desk desk) {
        JournalState journal = desk.journal().get();
        List<LotPeriod> open =
                List.copyOf(journal.lots(trade.symbol(), trade.date()).values());
        requireOpen(trade, open);
        List<TakenLot> closed = closed(trade, desk, journal, open);
        // at average cost no entry may name lots; a selection is left to the loader to refuse
        boolean pooled = closed.isEmpty() || journal.booking(JournalAccounts.POSITIONS) == BookingMethod.AVERAGE;
        NewEntry entry =
                pooled && trade.selection().isEmpty() ? openEntry(trade, desk) : namedEntry(trade, desk, closed);
        return EntryDrafts.of(desk, entry, "trade_date", answer(trade, desk, closed), List.of());
    }

    private static void requireOpen(Trade trade, List<LotPeriod> open) {
        BigDecimal units = open.stream().map(LotPeriod::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (units.compareTo(trade.quantity()) < 0) {
            throw Desk.invalid(
                    "/qty",
                    "qty is " + trade.quantity().toPlainString() + ", but only "
                            + units.stripTrailingZeros().toPlainString() + " " + trade.symbol()
                            + " are open at the end of "
                            + trade.date());
        }
    }

    private static List<TakenLot> closed(Trade trade, Desk desk, JournalState journal, List<LotPeriod> open) {
        if (trade.selection().isEmpty()) {
            return LotPicker.taken(journal, desk.trial().apply(openEntry(trade, desk)), trade);
        }
        LotSelection selection = trade.selection().get();
        if (selection != LotSelection.SPECIFIC) {
            return LotPicker.pick(open, selection, trade.quantity());
        }
        LotId wanted = trade.lot().orElseThrow();
        List<LotPeriod> named =
                open.stream().filter(lot -> LotId.of(lot).equals(wanted)).toList();
        List<TakenLot> closed = LotPicker.pick(named, selection, trade.quantity());
        BigDecimal found = LotPicker.total(closed);
        if (found.compareTo(trade.quantity()) < 0) {
            throw Desk.invalid(
                    "/specific_lot_id",
                    (named.isEmpty()
                                    ? "No lot " + wanted + " is open"
                                    : "The lot " + wanted + " holds " + found.toPlainString())
                            + " at the end of " + trade.date() + "; GET /v1/trades/lots lists the open lots");
        }
        return closed;
    }

    /** Lots and gain left to the loader. */
    private static NewEntry openEntry(Trade trade, Desk desk) {
        List<NewEntry.Leg> legs = new ArrayList<>();
        legs.add(NewEntry.Leg.units(JournalAccounts.POSITIONS, trade.units(-1), ANY, Optional.of(trade.unitPrice())));
        legs.addAll(money(trade));
        legs.add(NewEntry.Leg.open(JournalAccounts.gains(trade.symbol())));
        return trade.entry(desk, legs);
    }

    private static NewEntry namedEntry(Trade trade, Desk desk, List<TakenLot> closed) {
        List<NewEntry.Leg> legs = new ArrayList<>();
        LotPicker.quantities(closed)
                .forEach((id, units) -> legs.add(NewEntry.Leg.units(
                        JournalAccounts.POSITIONS,
                        new Quantity(units.negate(), trade.symbol()),
                        id.cost(trade.currency()),
                        Optional.of(trade.unitPrice()))));
        legs.addAll(money(trade));
        BigDecimal gain = trade.gross().subtract(cost(closed));
        // half even, as the loader rounds what it works out
        BigDecimal rounded = gain.setScale(Money.places(trade.currency()), RoundingMode.HALF_EVEN);
        if (rounded.signum() != 0) {
            legs.add(NewEntry.Leg.money(
                    JournalAccounts.gains(trade.symbol()), Money.of(rounded.negate(), trade.currency())));
        }
        return trade.entry(desk, legs);
    }

    private static List<NewEntry.Leg> money(Trade trade) {
        List<NewEntry.Leg> legs = new ArrayList<>();
        BigDecimal net = trade.gross().subtract(trade.fees());
        legs.add(NewEntry.Leg.money(JournalAccounts.CASH, Money.of(net, trade.currency())));
        if (trade.fees().signum() > 0) {
            legs.add(NewEntry.Leg.money(JournalAccounts.COMMISSIONS, Money.of(trade.fees(), trade.currency())));
        }
        return legs;
    }

    /** Of the units sold, in the trade's currency. */
    private static BigDecimal cost(List<TakenLot> closed) {
        return closed.stream()
                .map(one -> one.quantity().multiply(one.lot().unitCost()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Map<String, Object> answer(Trade trade, Desk desk, List<TakenLot> closed) {
        BigDecimal net = trade.gross().subtract(trade.fees());
        Map<String, Object> answer = trade.answer(desk);
        answer.put("net_proceeds", Money.round(net, trade.currency()));
        answer.put(
                "proceeds_base",
                Money.round(net.multiply(trade.fx().rate()), desk.portfolio().base()));
        RealizedGain.putInto(answer, trade, closed, desk);
        return answer;
    }
}
