package io.dawsos.bookkeeping;

import io.dawsos.ledger.JournalState;
import io.dawsos.ledger.LotPeriod;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/** Finds the lots of a sale: by the order that was asked for, or by what the loader took in a trial. */
final class LotPicker {

    private LotPicker() {}

    /** The lots in the order of the selection, as many as needed; they hold less than wanted when too little is open. */
    static List<TakenLot> pick(List<LotPeriod> open, LotSelection selection, BigDecimal wanted) {
        List<LotPeriod> queue = new ArrayList<>(open);
        queue.sort(order(selection));
        return byAgeWithinAnId(open, take(queue, wanted));
    }

    private static List<TakenLot> take(List<LotPeriod> queue, BigDecimal wanted) {
        List<TakenLot> taken = new ArrayList<>();
        BigDecimal missing = wanted;
        for (LotPeriod lot : queue) {
            BigDecimal units = missing.min(lot.quantity());
            if (units.signum() > 0) {
                taken.add(new TakenLot(lot, units));
                missing = missing.subtract(units);
            }
        }
        return taken;
    }

    private static Comparator<LotPeriod> order(LotSelection selection) {
        Comparator<LotPeriod> oldest = Comparator.comparing(LotPeriod::acquired).thenComparingInt(LotPeriod::lot);
        return switch (selection) {
            case FIFO, SPECIFIC -> oldest;
            case LIFO -> oldest.reversed();
            case HIFO -> Comparator.comparing(LotPeriod::unitCost).reversed().thenComparing(oldest);
        };
    }

    /** Of lots that the journal cannot tell apart the loader takes the oldest: so must we. */
    private static List<TakenLot> byAgeWithinAnId(List<LotPeriod> open, List<TakenLot> taken) {
        List<TakenLot> result = new ArrayList<>();
        quantities(taken).forEach((id, units) -> {
            List<LotPeriod> same = new ArrayList<>(
                    open.stream().filter(lot -> LotId.of(lot).equals(id)).toList());
            same.sort(order(LotSelection.FIFO));
            result.addAll(take(same, units));
        });
        return result;
    }

    /** Units by id, in the order taken. */
    static Map<LotId, BigDecimal> quantities(List<TakenLot> taken) {
        Map<LotId, BigDecimal> quantities = new LinkedHashMap<>();
        taken.forEach(closed -> quantities.merge(closed.id(), closed.quantity(), BigDecimal::add));
        return quantities;
    }

    /** What a trial took: the difference between the lots before and after it; empty when costs moved too, as they do at average cost. */
    static List<TakenLot> taken(JournalState before, JournalState after, Trade trade) {
        NavigableMap<Integer, LotPeriod> left = after.lots(trade.symbol(), trade.date());
        List<TakenLot> taken = new ArrayList<>();
        for (LotPeriod lot : before.lots(trade.symbol(), trade.date()).values()) {
            LotPeriod rest = left.get(lot.lot());
            BigDecimal units = rest == null ? lot.quantity() : lot.quantity().subtract(rest.quantity());
            if (rest != null && rest.unitCost().compareTo(lot.unitCost()) != 0) {
                return List.of();
            }
            if (units.signum() > 0) {
                taken.add(new TakenLot(lot, units));
            }
        }
        return total(taken).compareTo(trade.quantity()) == 0 ? taken : List.of();
    }

    static BigDecimal total(List<TakenLot> taken) {
        return taken.stream().map(TakenLot::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
