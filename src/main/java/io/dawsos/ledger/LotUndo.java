package io.dawsos.ledger;

import io.dawsos.ledger.beancount.BookingMethod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts lots back as they were before an entry, and knows what must be undone first. */
final class LotUndo {

    private final LotBook lots;
    /** Entries, by number, that changed the lots of a holding by a corporate action. */
    private final Map<LotBook.Holding, Deque<Integer>> reshaped = new LinkedHashMap<>();
    /** Entries that sold units of it. */
    private final Map<LotBook.Holding, Deque<Integer>> sold = new LinkedHashMap<>();

    LotUndo(LotBook lots) {
        this.lots = lots;
    }

    /** Notes an entry that was booked. */
    void happened(BookedEntry entry, int number) {
        boolean adds =
                entry.positions().stream().anyMatch(leg -> leg.units().number().signum() > 0);
        for (BookedPosting leg : entry.positions()) {
            if (leg.units().number().signum() < 0) {
                (adds ? reshaped : sold)
                        .computeIfAbsent(holding(leg), key -> new ArrayDeque<>())
                        .push(number);
            }
        }
    }

    private static LotBook.Holding holding(BookedPosting leg) {
        return new LotBook.Holding(leg.account(), leg.units().commodity());
    }

    /** Undoes the legs of an entry, the last first; says what stands in the way. */
    Optional<String> undo(BookedEntry entry, int number, LocalDate day) {
        List<BookedPosting> legs = new ArrayList<>(entry.positions());
        Collections.reverse(legs);
        for (BookedPosting leg : legs) {
            if (last(reshaped, leg) > number) {
                return Optional.of("a corporate action since changed the lots of "
                        + leg.units().commodity() + "; reverse it first");
            }
            if (leg.units().number().signum() < 0) {
                putBack(leg, leg.lot().orElseThrow(), day);
            } else if (isSold(leg, number)) {
                return Optional.of("units of " + leg.units().commodity()
                        + " that it added were sold since; reverse that" + " sale first");
            } else {
                takeOut(leg, leg.lot().orElseThrow(), day);
            }
        }
        legs.forEach(leg -> {
            forget(reshaped, leg, number);
            forget(sold, leg, number);
        });
        return Optional.empty();
    }

    private static int last(Map<LotBook.Holding, Deque<Integer>> numbers, BookedPosting leg) {
        Integer last = numbers.getOrDefault(holding(leg), new ArrayDeque<>()).peek();
        return last == null ? -1 : last;
    }

    private static void forget(Map<LotBook.Holding, Deque<Integer>> numbers, BookedPosting leg, int number) {
        Deque<Integer> known = numbers.getOrDefault(holding(leg), new ArrayDeque<>());
        known.remove(number);
    }

    /** In a pool nobody can say whose units were sold: all of its purchases are part of every sale. */
    private boolean isSold(BookedPosting leg, int number) {
        OpenLots holding = lots.lots(leg.account(), leg.units().commodity());
        return (holding.method() == BookingMethod.AVERAGE && last(sold, leg) > number)
                || leg.lot()
                                .orElseThrow()
                                .lot()
                                .quantity()
                                .compareTo(leg.units().number())
                        < 0;
    }

    private void takeOut(BookedPosting leg, LotLeg bought, LocalDate day) {
        OpenLots holding = lots.lots(leg.account(), leg.units().commodity());
        OpenLot lot = bought.lot();
        BigDecimal units = leg.units().number();
        holding.remove(lot);
        if (holding.method() == BookingMethod.AVERAGE) {
            lot.pool(day, units.negate(), bought.unitCost(), bought.fxRate());
        } else {
            lot.take(day, units);
        }
        if (lot.isOpen()) {
            holding.add(lot);
        }
    }

    private void putBack(BookedPosting leg, LotLeg taken, LocalDate day) {
        OpenLots holding = lots.lots(leg.account(), leg.units().commodity());
        BigDecimal units = leg.units().number().negate();
        OpenLot lot = holding.first()
                .filter(pool -> holding.method() == BookingMethod.AVERAGE)
                .orElse(taken.lot());
        if (!lot.isOpen()) {
            lot.reopen(day, units, taken.unitCost(), taken.fxRate());
        } else {
            holding.remove(lot);
            if (holding.method() == BookingMethod.AVERAGE) {
                lot.pool(day, units, taken.unitCost(), taken.fxRate());
            } else {
                lot.set(day, lot.quantity().add(units), lot.unitCost());
            }
        }
        holding.add(lot);
    }
}
