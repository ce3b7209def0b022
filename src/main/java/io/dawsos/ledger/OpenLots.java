package io.dawsos.ledger;

import io.dawsos.ledger.beancount.BookingMethod;
import io.dawsos.ledger.beancount.CostSpec;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The open lots of one security in one account, found by age and by cost without looking at the others. */
final class OpenLots {

    /** Units taken from a lot, with what it was. */
    record Taken(LotLeg leg, BigDecimal units) {
        OpenLot lot() {
            return leg.lot();
        }
    }

    private final BookingMethod method;
    private final NavigableMap<OpenLot.Age, OpenLot> byAge = new TreeMap<>();
    private final NavigableMap<BigDecimal, NavigableMap<OpenLot.Age, OpenLot>> byCost = new TreeMap<>();

    OpenLots(BookingMethod method) {
        this.method = method;
    }

    BookingMethod method() {
        return method;
    }

    void add(OpenLot lot) {
        byAge.put(lot.age(), lot);
        byCost.computeIfAbsent(lot.unitCost(), cost -> new TreeMap<>()).put(lot.age(), lot);
    }

    /** To be called before its cost changes, and when it is closed. */
    void remove(OpenLot lot) {
        byAge.remove(lot.age());
        NavigableMap<OpenLot.Age, OpenLot> same = byCost.getOrDefault(lot.unitCost(), new TreeMap<>());
        same.remove(lot.age());
        if (same.isEmpty()) {
            byCost.remove(lot.unitCost());
        }
    }

    /** The oldest; at average cost the pool. */
    Optional<OpenLot> first() {
        return Optional.ofNullable(byAge.firstEntry()).map(Map.Entry::getValue);
    }

    /** Takes units from the lots that the cost names, in the order of the method; less than wanted when they hold less. */
    List<Taken> take(CostSpec cost, BigDecimal wanted, LocalDate day) {
        List<Taken> taken = new ArrayList<>();
        BigDecimal missing = wanted;
        for (Iterator<OpenLot> lots = inOrder(cost); missing.signum() > 0 && lots.hasNext(); ) {
            OpenLot lot = lots.next();
            if (isIn(cost, lot)) {
                BigDecimal units = missing.min(lot.quantity());
                taken.add(new Taken(lot.leg(), units));
                missing = missing.subtract(units);
            }
        }
        taken.forEach(each -> {
            each.lot().take(day, each.units());
            if (!each.lot().isOpen()) {
                remove(each.lot());
            }
        });
        return taken;
    }

    BigDecimal units() {
        return byAge.values().stream().map(OpenLot::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Open units of the lots that the cost names, by cost and day, in words: what a journal can tell apart. */
    Map<String, BigDecimal> named(CostSpec cost) {
        Map<String, BigDecimal> named = new LinkedHashMap<>();
        candidates(cost).values().stream().filter(lot -> isIn(cost, lot)).forEach(lot -> {
            CostSpec name = new CostSpec(
                    Optional.of(lot.leg().cost()), Optional.of(lot.age().acquired()));
            named.merge(name.toString(), lot.quantity(), BigDecimal::add);
        });
        return named;
    }

    private static boolean isIn(CostSpec cost, OpenLot lot) {
        return cost.unitCost()
                .map(unitCost -> unitCost.commodity().equals(lot.currency().getCurrencyCode()))
                .orElse(true);
    }

    private Iterator<OpenLot> inOrder(CostSpec cost) {
        return switch (method) {
            case FIFO, AVERAGE, STRICT -> candidates(cost).values().iterator();
            case LIFO -> candidates(cost).descendingMap().values().iterator();
            case HIFO -> dearestFirst(cost);
        };
    }

    private Iterator<OpenLot> dearestFirst(CostSpec cost) {
        // of one cost, or of one day, there are few; without either the index by cost has the order
        if (cost.unitCost().isEmpty() && cost.acquired().isEmpty()) {
            return byCost.descendingMap().values().stream()
                    .flatMap(same -> same.values().stream())
                    .iterator();
        }
        return candidates(cost).values().stream()
                .sorted(Comparator.comparing(OpenLot::unitCost).reversed())
                .iterator();
    }

    private NavigableMap<OpenLot.Age, OpenLot> candidates(CostSpec cost) {
        NavigableMap<OpenLot.Age, OpenLot> lots = cost.unitCost()
                .map(unitCost -> byCost.getOrDefault(unitCost.number(), new TreeMap<>()))
                .orElse(byAge);
        return cost.acquired()
                .map(day -> lots.subMap(new OpenLot.Age(day, 0), true, new OpenLot.Age(day, Integer.MAX_VALUE), true))
                .orElse(lots);
    }
}
