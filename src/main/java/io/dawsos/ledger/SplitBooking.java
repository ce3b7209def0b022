package io.dawsos.ledger;

import io.dawsos.ledger.beancount.CostSpec;
import io.dawsos.ledger.beancount.Directive;
import io.dawsos.ledger.beancount.Faults;
import io.dawsos.ledger.beancount.Posting;
import io.dawsos.ledger.beancount.Quantity;
import io.dawsos.money.Decimals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Books a split: every lot of the security is taken out and put back with its acquisition date, {@code split_to / split_from}
 * times the units and the same total cost, to the cent. The lot stays the same lot: number, day and exchange rate are kept.
 */
final class SplitBooking {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    /** Lots bought on one day at one cost: a journal cannot tell them apart. */
    private record Batch(String account, String symbol, LocalDate acquired, BigDecimal unitCost, String currency) {}

    private final PostingBooking booking;
    private final Faults faults;

    SplitBooking(PostingBooking booking, Faults faults) {
        this.booking = booking;
        this.faults = faults;
    }

    List<BookedPosting> book(Directive.Transaction entry) {
        EntryMetadata metadata = new EntryMetadata(entry, faults);
        Optional<BigDecimal> to = metadata.positive("split_to");
        Optional<BigDecimal> from = metadata.positive("split_from");
        if (to.isEmpty() || from.isEmpty()) {
            faults.add(
                    entry.place(),
                    "a split states its ratio; add 'split_to: 4' and 'split_from: 1' for 4 new per 1 old");
            return List.of();
        }
        List<BookedPosting> legs = new ArrayList<>();
        Map<Batch, List<OpenLots.Taken>> out = takeOut(entry, legs);
        out.keySet().forEach(batch -> checkNoneLeft(entry, batch));
        putBack(entry, new Ratio(to.get(), from.get()), out, legs);
        return legs;
    }

    private record Ratio(BigDecimal to, BigDecimal from) {
        /** Whether {@code after = before * to / from}, without a division that might not end. */
        boolean holds(BigDecimal before, BigDecimal after) {
            return before.multiply(to).compareTo(after.multiply(from)) == 0;
        }

        BigDecimal of(BigDecimal units) {
            return Decimals.divide(units.multiply(to), from);
        }

        @Override
        public String toString() {
            return to.toPlainString() + "/" + from.toPlainString();
        }
    }

    private Map<Batch, List<OpenLots.Taken>> takeOut(Directive.Transaction entry, List<BookedPosting> legs) {
        Map<Batch, List<OpenLots.Taken>> out = new LinkedHashMap<>();
        for (Posting posting : entry.postings()) {
            Optional<Quantity> units =
                    posting.units().filter(quantity -> quantity.number().signum() < 0);
            if (units.isEmpty() || posting.cost().isEmpty()) {
                continue;
            }
            String symbol = units.get().commodity();
            for (OpenLots.Taken taken : booking.takeLots(entry, posting, units.get())) {
                String currency = taken.lot().currency().getCurrencyCode();
                legs.add(BookedPosting.ofUnits(
                        posting.place(),
                        posting.account(),
                        new Quantity(taken.units().negate(), symbol),
                        new Quantity(taken.unitCost(), currency)));
                Batch batch =
                        new Batch(posting.account(), symbol, taken.lot().age().acquired(), taken.unitCost(), currency);
                out.computeIfAbsent(batch, key -> new ArrayList<>()).add(taken);
            }
        }
        return out;
    }

    private void checkNoneLeft(Directive.Transaction entry, Batch batch) {
        BigDecimal left = booking.lots().lots(batch.account(), batch.symbol()).units();
        if (left.signum() != 0) {
            faults.add(
                    entry.place(),
                    "the split leaves " + left.toPlainString() + " " + batch.symbol() + " in " + batch.account()
                            + " as they were; take out and put back every lot");
        }
    }

    private void putBack(
            Directive.Transaction entry, Ratio ratio, Map<Batch, List<OpenLots.Taken>> out, List<BookedPosting> legs) {
        for (Posting posting : entry.postings()) {
            if (posting.units().isEmpty() || posting.cost().isEmpty()) {
                faults.add(posting.place(), "a split moves units at cost and nothing else");
            } else if (posting.units().get().number().signum() > 0) {
                putBack(entry, posting, ratio, out).ifPresent(legs::add);
            }
        }
        out.keySet()
                .forEach(batch -> faults.add(
                        entry.place(),
                        "the split takes out lots of " + batch.symbol() + " acquired " + batch.acquired() + " at "
                                + batch.unitCost().toPlainString() + " and does not put them back"));
    }

    private Optional<BookedPosting> putBack(
            Directive.Transaction entry, Posting posting, Ratio ratio, Map<Batch, List<OpenLots.Taken>> out) {
        Quantity units = posting.units().orElseThrow();
        CostSpec cost = posting.cost().orElseThrow();
        if (cost.unitCost().isEmpty() || cost.acquired().isEmpty()) {
            faults.add(posting.place(), "a split puts lots back with cost and day, like {136.215 USD, 2021-01-11}");
            return Optional.empty();
        }
        Optional<Batch> batch = find(posting, units, cost, ratio, out);
        if (batch.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal unitCost = cost.unitCost().get().number();
        List<OpenLots.Taken> batchLots = out.getOrDefault(batch.get(), List.of());
        BigDecimal left = units.number();
        for (int i = 0; i < batchLots.size(); i++) {
            OpenLots.Taken taken = batchLots.get(i);
            // the last takes what is left, so that a ratio that does not divide evenly loses nothing
            BigDecimal share = i == batchLots.size() - 1 ? left : ratio.of(taken.units());
            left = left.subtract(share);
            taken.lot().set(entry.date(), share, unitCost);
            booking.lots().lots(posting.account(), units.commodity()).add(taken.lot());
        }
        out.remove(batch.get());
        return Optional.of(BookedPosting.ofUnits(
                posting.place(), posting.account(), units, cost.unitCost().get()));
    }

    private Optional<Batch> find(
            Posting posting, Quantity units, CostSpec cost, Ratio ratio, Map<Batch, List<OpenLots.Taken>> out) {
        Quantity unitCost = cost.unitCost().orElseThrow();
        List<Batch> sameDay = out.keySet().stream()
                .filter(batch -> batch.account().equals(posting.account())
                        && batch.symbol().equals(units.commodity())
                        && cost.acquired().equals(Optional.of(batch.acquired()))
                        && batch.currency().equals(unitCost.commodity()))
                .toList();
        for (Batch batch : sameDay) {
            BigDecimal before = unitsOf(out, batch);
            BigDecimal costChange =
                    units.number().multiply(unitCost.number()).subtract(before.multiply(batch.unitCost()));
            if (ratio.holds(before, units.number()) && costChange.abs().compareTo(CENT) <= 0) {
                return Optional.of(batch);
            }
        }
        String known = sameDay.isEmpty()
                ? "no such lot was taken out"
                : "taken out were " + unitsOf(out, sameDay.get(0)).toPlainString() + " at "
                        + sameDay.get(0).unitCost().toPlainString() + ", and " + ratio
                        + " times the units keep the total cost";
        sameDay.stream().findFirst().ifPresent(out::remove);
        faults.add(posting.place(), "the split puts back " + units + " " + cost + ", but " + known);
        return Optional.empty();
    }

    private static BigDecimal unitsOf(Map<Batch, List<OpenLots.Taken>> out, Batch batch) {
        return out.getOrDefault(batch, List.of()).stream()
                .map(OpenLots.Taken::units)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
