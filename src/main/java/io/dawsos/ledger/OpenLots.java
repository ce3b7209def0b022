package io.dawsos.ledger;

import io.dawsos.ledger.beancount.CostSpec;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The open lots of one security in one account, found by age and by cost without looking at the others. */
final class OpenLots {

    /** Units taken from a lot, with the cost it had. */
    record Taken(OpenLot lot, BigDecimal units, BigDecimal unitCost) {}

    private final NavigableMap<OpenLot.Age, OpenLot> byAge = new TreeMap<>();
    private final NavigableMap<BigDecimal, NavigableMap<OpenLot.Age, OpenLot>> byCost = new TreeMap<>();

    void add(OpenLot lot) {
        byAge.put(lot.age(), lot);
        byCost.computeIfAbsent(lot.unitCost(), cost -> new TreeMap<>()).put(lot.age(), lot);
    }

    /** Takes units from the lots that the cost names, the oldest first; less than wanted when they hold less. */
    List<Taken> take(CostSpec cost, BigDecimal wanted, LocalDate day) {
        List<Taken> taken = new ArrayList<>();
        BigDecimal missing = wanted;
        for (OpenLot lot : candidates(cost).values()) {
            if (missing.signum() == 0) {
                break;
            }
            if (cost.unitCost().isEmpty()
                    || cost.unitCost().get().commodity().equals(lot.currency().getCurrencyCode())) {
                BigDecimal units = missing.min(lot.quantity());
                taken.add(new Taken(lot, units, lot.unitCost()));
                missing = missing.subtract(units);
            }
        }
        taken.forEach(each -> reduce(each, day));
        return taken;
    }

    BigDecimal units() {
        return byAge.values().stream().map(OpenLot::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Units of the lots that the cost names. */
    BigDecimal units(CostSpec cost) {
        return candidates(cost).values().stream().map(OpenLot::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private NavigableMap<OpenLot.Age, OpenLot> candidates(CostSpec cost) {
        NavigableMap<OpenLot.Age, OpenLot> lots = cost.unitCost()
                .map(unitCost -> byCost.getOrDefault(unitCost.number(), new TreeMap<>()))
                .orElse(byAge);
        return cost.acquired()
                .map(day -> lots.subMap(new OpenLot.Age(day, 0), true, new OpenLot.Age(day, Integer.MAX_VALUE), true))
                .orElse(lots);
    }

    private void reduce(Taken taken, LocalDate day) {
        OpenLot lot = taken.lot();
        lot.take(day, taken.units());
        if (!lot.isOpen()) {
            byAge.remove(lot.age());
            NavigableMap<OpenLot.Age, OpenLot> same = byCost.getOrDefault(lot.unitCost(), new TreeMap<>());
            same.remove(lot.age());
            if (same.isEmpty()) {
                byCost.remove(lot.unitCost());
            }
        }
    }
}
