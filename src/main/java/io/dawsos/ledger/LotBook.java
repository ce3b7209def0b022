package io.dawsos.ledger;

import io.dawsos.ledger.beancount.BookingMethod;
import io.dawsos.ledger.beancount.Directive;
import io.dawsos.ledger.beancount.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every lot of the portfolio, open or closed. */
final class LotBook {

    /** Units of one security in one account. */
    record Holding(String account, String symbol) {}

    /** A purchase: what it takes to open a lot. */
    record Purchase(
            String account, Quantity units, LocalDate acquired, Quantity unitCost, BigDecimal fxRate, LocalDate day) {}

    private final BookingMethod otherwise;
    private final Map<String, BookingMethod> methods = new LinkedHashMap<>();
    private final Map<Holding, OpenLots> open = new LinkedHashMap<>();
    private final List<OpenLot> all = new ArrayList<>();

    /**
     * @param otherwise method of the accounts that name none
     */
    LotBook(BookingMethod otherwise) {
        this.otherwise = otherwise;
    }

    void open(Directive.Open account) {
        account.booking().ifPresent(method -> methods.putIfAbsent(account.account(), method));
    }

    OpenLots lots(String account, String symbol) {
        return open.computeIfAbsent(
                new Holding(account, symbol),
                holding -> new OpenLots(methods.getOrDefault(holding.account(), otherwise)));
    }

    /** Why the units cannot be added: a pool at average cost is in one currency. */
    Optional<String> objection(String account, String symbol, String currency) {
        OpenLots holding = lots(account, symbol);
        return holding.first()
                .filter(pool -> holding.method() == BookingMethod.AVERAGE)
                .map(pool -> pool.currency().getCurrencyCode())
                .filter(pooled -> !pooled.equals(currency))
                .map(pooled -> symbol + " in " + account + " is held at average cost in " + pooled + "; a purchase in "
                        + currency + " belongs into an account of its own");
    }

    /** Opens a lot, or at average cost adds to the pool; returns what the leg says of it: its own cost and rate. */
    LotLeg buy(Purchase purchase) {
        OpenLots holding = lots(purchase.account(), purchase.units().commodity());
        BigDecimal cost = purchase.unitCost().number();
        Optional<OpenLot> pool = holding.first().filter(lot -> holding.method() == BookingMethod.AVERAGE);
        if (pool.isPresent()) {
            holding.remove(pool.get());
            pool.get().pool(purchase.day(), purchase.units().number(), cost, purchase.fxRate());
            holding.add(pool.get());
            return new LotLeg(pool.get(), cost, purchase.fxRate());
        }
        OpenLot lot = new OpenLot(
                new OpenLot.Age(purchase.acquired(), all.size() + 1),
                purchase.units().commodity(),
                CurrencyCodes.require(purchase.unitCost().commodity()),
                purchase.fxRate());
        lot.set(purchase.day(), purchase.units().number(), cost);
        all.add(lot);
        holding.add(lot);
        return lot.leg();
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
