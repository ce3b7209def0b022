package io.dawsos.ledger;

import io.dawsos.ledger.beancount.Directive;
import io.dawsos.ledger.beancount.Faults;
import java.util.LinkedHashMap;
import java.util.Map;

/** Checks that no commodity is introduced twice. */
final class CommodityNames {

    private final Map<String, Directive.Commodity> known = new LinkedHashMap<>();
    private final Faults faults;

    CommodityNames(Faults faults) {
        this.faults = faults;
    }

    void add(Directive.Commodity commodity) {
        Directive.Commodity first = known.putIfAbsent(commodity.name(), commodity);
        if (first != null) {
            faults.add(
                    commodity.place(),
                    "commodity " + commodity.name() + " is introduced at " + first.place() + " already");
        }
    }
}
