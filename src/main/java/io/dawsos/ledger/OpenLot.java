package io.dawsos.ledger;

import io.dawsos.money.Decimals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** A lot while the journal is booked: how it stands today, and the periods that are over. */
final class OpenLot {

    /** Place in the queue of a sale: the oldest purchase first, then the one booked first. */
    record Age(LocalDate acquired, int lot) implements Comparable<Age> {
        @Override
        public int compareTo(Age other) {
            int byDay = acquired.compareTo(other.acquired);
            return byDay != 0 ? byDay : Integer.compare(lot, other.lot);
        }
    }

    private final Age age;
    private final String symbol;
    private final Currency currency;
    private final List<LotPeriod> over = new ArrayList<>();
    private LocalDate from = LocalDate.MIN;
    private BigDecimal quantity = BigDecimal.ZERO;
    private BigDecimal unitCost = BigDecimal.ZERO;
    private BigDecimal fxRate;

    OpenLot(Age age, String symbol, Currency currency, BigDecimal fxRate) {
        this.age = age;
        this.symbol = symbol;
        this.currency = currency;
        this.fxRate = fxRate;
    }

    /** How it stands from this day on; a quantity of zero closes it. */
    void set(LocalDate day, BigDecimal newQuantity, BigDecimal newUnitCost) {
        if (quantity.signum() > 0 && from.isBefore(day)) {
            over.add(period(Optional.of(day)));
        }
        from = day;
        quantity = newQuantity;
        unitCost = newUnitCost;
    }

    void take(LocalDate day, BigDecimal units) {
        set(day, quantity.subtract(units), unitCost);
    }

    /**
     * Adds units to a pool, or takes them out again when negative: the cost per unit becomes the average over all units, the exchange rate
     * the average over all cost, so that cost and cost in base currency are the sums of what was put in.
     */
    void pool(LocalDate day, BigDecimal units, BigDecimal cost, BigDecimal rate) {
        BigDecimal newQuantity = quantity.add(units);
        BigDecimal held = quantity.multiply(unitCost);
        BigDecimal change = units.multiply(cost);
        BigDecimal total = held.add(change);
        BigDecimal heldRate = fxRate;
        set(day, newQuantity, newQuantity.signum() == 0 ? unitCost : Decimals.divide(total, newQuantity));
        if (total.signum() > 0 && newQuantity.signum() > 0) {
            fxRate = Decimals.divide(held.multiply(heldRate).add(change.multiply(rate)), total);
        }
    }

    /** Opens it again after all its units had gone. */
    void reopen(LocalDate day, BigDecimal units, BigDecimal cost, BigDecimal rate) {
        set(day, units, cost);
        fxRate = rate;
    }

    List<LotPeriod> periods() {
        List<LotPeriod> all = new ArrayList<>(over);
        if (isOpen()) {
            all.add(period(Optional.empty()));
        }
        return all;
    }

    boolean isOpen() {
        return quantity.signum() > 0;
    }

    Age age() {
        return age;
    }

    Currency currency() {
        return currency;
    }

    BigDecimal quantity() {
        return quantity;
    }

    BigDecimal unitCost() {
        return unitCost;
    }

    BigDecimal fxRate() {
        return fxRate;
    }

    /** What a leg that moves its units says of it. */
    LotLeg leg() {
        return new LotLeg(this, unitCost, fxRate);
    }

    private LotPeriod period(Optional<LocalDate> until) {
        return new LotPeriod(age.lot(), symbol, age.acquired(), from, until, quantity, unitCost, currency, fxRate);
    }
}
