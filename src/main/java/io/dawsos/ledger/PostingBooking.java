package io.dawsos.ledger;

import io.dawsos.ledger.beancount.BookingMethod;
import io.dawsos.ledger.beancount.CostSpec;
import io.dawsos.ledger.beancount.Directive;
import io.dawsos.ledger.beancount.Faults;
import io.dawsos.ledger.beancount.Posting;
import io.dawsos.ledger.beancount.PriceSpec;
import io.dawsos.ledger.beancount.Quantity;
import io.dawsos.money.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Books the stated legs of an entry: units bought open a lot, units sold are taken from the lots the cost names, in the order of the
 * account's booking method, everything else is money.
 */
record PostingBooking(LotBook lots, FxRates rates, Faults faults) {

    /** The legs with an amount, in the order written; a leg that cannot be booked is a fault and left out. */
    List<BookedPosting> book(Directive.Transaction entry) {
        List<BookedPosting> booked = new ArrayList<>();
        for (Posting posting : entry.postings()) {
            if (posting.units().isPresent()) {
                booked.addAll(book(entry, posting, posting.units().get()));
            }
        }
        return booked;
    }

    private List<BookedPosting> book(Directive.Transaction entry, Posting posting, Quantity units) {
        if (posting.cost().isEmpty()) {
            return money(posting, units);
        }
        if (!posting.account().startsWith("Assets:")) {
            faults.add(posting.place(), "units at cost belong to an account under Assets:, not " + posting.account());
            return List.of();
        }
        Optional<Quantity> price = unitPrice(posting, units);
        List<BookedPosting> legs = units.number().signum() < 0
                ? take(entry, posting, units)
                : buy(entry, posting, units, posting.cost().get());
        return legs.stream().map(leg -> leg.at(price)).toList();
    }

    /** A leg of money, with its price when it is stated; units of a security without cost are a fault. */
    List<BookedPosting> money(Posting posting, Quantity units) {
        if (CurrencyCodes.find(units.commodity()).isEmpty()) {
            faults.add(
                    posting.place(),
                    "units of " + units.commodity() + " need their cost: {12.34 CAD} when bought, {} when sold");
            return List.of();
        }
        BookedPosting leg = BookedPosting.ofMoney(posting.place(), posting.account(), units);
        if (posting.price().isEmpty()) {
            return List.of(leg);
        }
        Quantity price = posting.price().get().amount();
        BigDecimal weight = posting.price().get().total()
                ? price.number().multiply(BigDecimal.valueOf(units.number().signum()))
                : price.number().multiply(units.number());
        return List.of(new BookedPosting(
                leg.place(),
                leg.account(),
                units,
                unitPrice(posting, units),
                new Quantity(weight, price.commodity()),
                Optional.empty()));
    }

    /** Takes units out of their lots; fewer than asked for is a fault. */
    List<BookedPosting> take(Directive.Transaction entry, Posting posting, Quantity units) {
        List<BookedPosting> legs = new ArrayList<>();
        for (OpenLots.Taken taken : takeLots(entry, posting, units)) {
            legs.add(BookedPosting.ofUnits(
                    posting.place(),
                    posting.account(),
                    new Quantity(taken.units().negate(), units.commodity()),
                    taken.leg()));
        }
        return legs;
    }

    List<OpenLots.Taken> takeLots(Directive.Transaction entry, Posting posting, Quantity units) {
        BigDecimal wanted = units.number().negate();
        CostSpec cost = posting.cost().orElseThrow();
        OpenLots open = lots.lots(posting.account(), units.commodity());
        Optional<String> objection = objection(open, units, cost);
        if (objection.isPresent()) {
            faults.add(posting.place(), objection.get());
            return List.of();
        }
        List<OpenLots.Taken> taken = open.take(cost, wanted, entry.date());
        BigDecimal found = taken.stream().map(OpenLots.Taken::units).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (found.compareTo(wanted) < 0) {
            faults.add(
                    posting.place(),
                    wanted.toPlainString() + " " + units.commodity() + " " + cost + " are taken out, but only "
                            + found.toPlainString() + " are open in " + posting.account());
        }
        return taken;
    }

    /** Why the booking method does not let the cost name these lots. */
    private static Optional<String> objection(OpenLots open, Quantity units, CostSpec cost) {
        boolean names = cost.unitCost().isPresent() || cost.acquired().isPresent();
        if (open.method() == BookingMethod.AVERAGE && names) {
            return Optional.of(
                    units.commodity() + " is held at average cost, which " + cost + " cannot name; write {}");
        }
        if (open.method() != BookingMethod.STRICT) {
            return Optional.empty();
        }
        Map<String, BigDecimal> named = open.named(cost);
        BigDecimal all = named.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (named.size() < 2 || all.compareTo(units.number().negate()) == 0) {
            return Optional.empty();
        }
        return Optional.of(units.number().negate().toPlainString() + " " + units.commodity() + " " + cost
                + " may be taken from several lots; name one: "
                + named.entrySet().stream()
                        .map(lot -> lot.getKey() + " with " + lot.getValue().toPlainString() + " open")
                        .collect(Collectors.joining(", ")));
    }

    private List<BookedPosting> buy(Directive.Transaction entry, Posting posting, Quantity units, CostSpec cost) {
        if (cost.unitCost().isEmpty()) {
            faults.add(posting.place(), "a purchase states its cost per unit, like {12.34 CAD}");
            return List.of();
        }
        Quantity unitCost = cost.unitCost().get();
        Optional<BigDecimal> rate = CurrencyCodes.find(unitCost.commodity())
                .map(currency -> rates.ofPurchase(entry, units.commodity(), currency));
        if (rate.isEmpty()) {
            faults.add(posting.place(), "the cost " + unitCost + " is not in a currency of ISO 4217");
            return List.of();
        }
        Optional<String> objection = lots.objection(posting.account(), units.commodity(), unitCost.commodity());
        if (objection.isPresent()) {
            faults.add(posting.place(), objection.get());
            return List.of();
        }
        LotLeg lot = lots.buy(new LotBook.Purchase(
                posting.account(), units, cost.acquired().orElse(entry.date()), unitCost, rate.get(), entry.date()));
        return List.of(BookedPosting.ofUnits(posting.place(), posting.account(), units, lot));
    }

    private static Optional<Quantity> unitPrice(Posting posting, Quantity units) {
        return posting.price().map(price -> price.total() ? perUnit(price, units) : price.amount());
    }

    private static Quantity perUnit(PriceSpec price, Quantity units) {
        return new Quantity(
                Decimals.divide(price.amount().number(), units.number().abs()),
                price.amount().commodity());
    }
}
