package io.dawsos.ledger;

import io.dawsos.ledger.beancount.BookingMethod;
import io.dawsos.ledger.beancount.CostSpec;
import io.dawsos.ledger.beancount.Directive;
import io.dawsos.ledger.beancount.Faults;
import io.dawsos.ledger.beancount.Posting;
import io.dawsos.ledger.beancount.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A corporate action while it is booked: every lot of a security is taken out, and the same lots, others in their place, or both are put
 * back with the day of the purchase and its exchange rate, for a stated share of the total cost, to the cent.
 */
final class LotReplacement {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    /** Lots bought on one day at one cost: a journal cannot tell them apart. */
    private record Batch(String account, String symbol, LocalDate acquired, BigDecimal unitCost, String currency) {}

    /**
     * What a put-back lot must be.
     *
     * @param ratio its units per unit taken out
     * @param costShare its part of the total cost
     */
    record Terms(UnitRatio ratio, BigDecimal costShare) {
        private String words() {
            return ratio + " times the units "
                    + (costShare.compareTo(BigDecimal.ONE) == 0
                            ? "keep the total cost"
                            : "take " + costShare.toPlainString() + " of the total cost");
        }
    }

    private final String event;
    private final Directive.Transaction entry;
    private final PostingBooking booking;
    private final Faults faults;
    private final Map<Batch, List<OpenLots.Taken>> out = new LinkedHashMap<>();
    private final List<BookedPosting> legs = new ArrayList<>();

    /**
     * @param event what it is called in a fault: {@code split}
     */
    LotReplacement(String event, Directive.Transaction entry, PostingBooking booking, Faults faults) {
        this.event = event;
        this.entry = entry;
        this.booking = booking;
        this.faults = faults;
    }

    /** Takes out what the entry takes out; units of the security that stay in the account are a fault. */
    void takeOut() {
        for (Posting posting : entry.postings()) {
            Optional<Quantity> units =
                    posting.units().filter(quantity -> quantity.number().signum() < 0);
            if (units.isPresent() && posting.cost().isPresent()) {
                booking.takeLots(entry, posting, units.get()).forEach(taken -> add(posting, taken, units.get()));
            }
        }
        out.keySet().forEach(this::checkNoneLeft);
    }

    private void add(Posting posting, OpenLots.Taken taken, Quantity units) {
        legs.add(BookedPosting.ofUnits(
                posting.place(),
                posting.account(),
                new Quantity(taken.units().negate(), units.commodity()),
                taken.leg()));
        Batch batch = new Batch(
                posting.account(),
                units.commodity(),
                taken.lot().age().acquired(),
                taken.leg().unitCost(),
                taken.leg().cost().commodity());
        out.computeIfAbsent(batch, key -> new ArrayList<>()).add(taken);
    }

    private void checkNoneLeft(Batch batch) {
        BigDecimal left = booking.lots().lots(batch.account(), batch.symbol()).units();
        if (left.signum() != 0) {
            faults.add(
                    entry.place(),
                    "the " + event + " leaves " + left.toPlainString() + " " + batch.symbol() + " in " + batch.account()
                            + " as they were; take out and put back every lot");
        }
    }

    /** Puts back the same lots, changed by the terms. */
    void putBack(List<Posting> postings, Terms terms) {
        Set<Batch> waiting = new LinkedHashSet<>(out.keySet());
        for (Posting posting : postings) {
            find(posting, waiting, terms)
                    .ifPresent(batch -> share(posting, batch, terms.ratio()).forEach((taken, units) -> {
                        Quantity cost = cost(posting);
                        taken.lot().set(entry.date(), units, cost.number());
                        booking.lots().lots(batch.account(), batch.symbol()).add(taken.lot());
                        leg(
                                posting,
                                units,
                                new LotLeg(
                                        taken.lot(), cost.number(), taken.leg().fxRate()));
                    }));
        }
        tellMissing(waiting, "put them back");
    }

    /** Opens lots of another security in the place of those taken out, or beside them. */
    void open(List<Posting> postings, Terms terms) {
        Set<Batch> waiting = new LinkedHashSet<>(out.keySet());
        for (Posting posting : postings) {
            find(posting, waiting, terms)
                    .ifPresent(batch -> share(posting, batch, terms.ratio()).forEach((taken, units) -> {
                        String symbol = posting.units().orElseThrow().commodity();
                        leg(
                                posting,
                                units,
                                booking.lots()
                                        .buy(new LotBook.Purchase(
                                                posting.account(),
                                                new Quantity(units, symbol),
                                                batch.acquired(),
                                                cost(posting),
                                                taken.leg().fxRate(),
                                                entry.date())));
                    }));
        }
        tellMissing(waiting, "put new ones beside them");
    }

    private void tellMissing(Set<Batch> waiting, String what) {
        waiting.forEach(batch -> faults.add(
                entry.place(),
                "the " + event + " takes out lots of " + batch.symbol() + " acquired " + batch.acquired() + " at "
                        + batch.unitCost().toPlainString() + " and does not " + what));
    }

    private static Quantity cost(Posting posting) {
        return posting.cost().flatMap(CostSpec::unitCost).orElseThrow();
    }

    private void leg(Posting posting, BigDecimal units, LotLeg lot) {
        String symbol = posting.units().orElseThrow().commodity();
        legs.add(BookedPosting.ofUnits(posting.place(), posting.account(), new Quantity(units, symbol), lot));
    }

    /** The written units, shared out to the lots of the batch. */
    private Map<OpenLots.Taken, BigDecimal> share(Posting posting, Batch batch, UnitRatio ratio) {
        Map<OpenLots.Taken, BigDecimal> shares = new LinkedHashMap<>();
        List<OpenLots.Taken> lots = out.getOrDefault(batch, List.of());
        BigDecimal left = posting.units().orElseThrow().number();
        for (int i = 0; i < lots.size(); i++) {
            // the last takes what is left, so that a ratio that does not divide evenly loses nothing
            BigDecimal share =
                    i == lots.size() - 1 ? left : ratio.of(lots.get(i).units());
            left = left.subtract(share);
            shares.put(lots.get(i), share);
        }
        return shares;
    }

    /** The batch that the posting stands for, which then no longer waits; a fault when there is none. */
    private Optional<Batch> find(Posting posting, Set<Batch> waiting, Terms terms) {
        Quantity units = posting.units().orElseThrow();
        CostSpec cost = posting.cost().orElseThrow();
        if (cost.unitCost().isEmpty() || (cost.acquired().isEmpty() && !isPool(posting, units))) {
            faults.add(
                    posting.place(),
                    "a " + event + " puts lots back with cost and day, like {136.215 USD, 2021-01-11}");
            return Optional.empty();
        }
        List<Batch> sameDay = waiting.stream()
                .filter(batch -> batch.account().equals(posting.account())
                        && cost.acquired().map(batch.acquired()::equals).orElse(true)
                        && batch.currency().equals(cost(posting).commodity()))
                .toList();
        Optional<Batch> found = sameDay.stream()
                .filter(batch -> fits(batch, units.number(), cost(posting).number(), terms))
                .findFirst();
        String known = sameDay.isEmpty()
                ? "no such lot was taken out"
                : "taken out were " + unitsOf(sameDay.get(0)).toPlainString() + " at "
                        + sameDay.get(0).unitCost().toPlainString() + ", and " + terms.words();
        if (found.isEmpty()) {
            faults.add(posting.place(), "the " + event + " puts back " + units + " " + cost + ", but " + known);
        }
        found.or(() -> sameDay.stream().findFirst()).ifPresent(waiting::remove);
        return found;
    }

    private boolean isPool(Posting posting, Quantity units) {
        return booking.lots().lots(posting.account(), units.commodity()).method() == BookingMethod.AVERAGE;
    }

    private boolean fits(Batch batch, BigDecimal units, BigDecimal unitCost, Terms terms) {
        BigDecimal before = unitsOf(batch);
        BigDecimal kept = before.multiply(batch.unitCost()).multiply(terms.costShare());
        BigDecimal difference = units.multiply(unitCost).subtract(kept).abs();
        return terms.ratio().holds(before, units) && difference.compareTo(CENT) <= 0;
    }

    private BigDecimal unitsOf(Batch batch) {
        return out.getOrDefault(batch, List.of()).stream()
                .map(OpenLots.Taken::units)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Adds a leg of money. */
    void add(List<BookedPosting> money) {
        legs.addAll(money);
    }

    /** All legs, in the order booked. */
    List<BookedPosting> legs() {
        return legs;
    }
}
