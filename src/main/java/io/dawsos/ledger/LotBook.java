package io.dawsos.ledger;

import io.dawsos.ledger.beancount.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every lot of the portfolio, open or closed. */
final class LotBook {

    private record Holding(String account, String symbol) {}

    /** A purchase: what it takes to open a lot. */
    record Purchase(
            String account, Quantity units, LocalDate acquired, Quantity unitCost, BigDecimal fxRate, LocalDate day) {}

    private final Map<Holding, OpenLots> open = new LinkedHashMap<>();
    private final List<OpenLot> all = new ArrayList<>();

    OpenLots lots(String account, String symbol) {
        return open.computeIfAbsent(new Holding(account, symbol), holding -> new OpenLots());
    }

    void buy(Purchase purchase) {
        String symbol = purchase.units().commodity();
        OpenLot lot = new OpenLot(
                new OpenLot.Age(purchase.acquired(), all.size() + 1),
                symbol,
                CurrencyCodes.require(purchase.unitCost().commodity()),
                purchase.fxRate());
        lot.set(purchase.day(), purchase.units().number(), purchase.unitCost().number());
        all.add(lot);
        lots(purchase.account(), symbol).add(lot);
    }

    /** By symbol, lot and day. */
    List<LotPeriod> periods() {
        return all.stream()
                .flatMap(lot -> lot.periods().stream())
                .sorted(Comparator.comparing(LotPeriod::symbol)
                        .thenComparingInt(LotPeriod::lot)
                        .thenComparing(LotPeriod::from))
                .toList();
    }
}
