package io.dawsos.ledger;

import io.dawsos.ledger.beancount.CostSpec;
import io.dawsos.ledger.beancount.Directive;
import io.dawsos.ledger.beancount.Faults;
import io.dawsos.ledger.beancount.Posting;
import io.dawsos.ledger.beancount.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Books events in which units of one security bring units of another, {@code new_shares / old_shares} for each. A stated part of the cost,
 * {@code cost_to_new}, goes with the new units; they keep the day and the exchange rate of the purchase.
 *
 * <p>In a spin-off the old lots are put back with the rest of the cost. In a merger they are gone: without cash the whole cost goes over and
 * nothing is realized; with cash the rest of the cost is what was given for the cash, and the difference is the gain.
 */
record ExchangeBooking(PostingBooking booking, Faults faults) {

    private record Facts(String symbol, UnitRatio ratio, BigDecimal costToNew) {}

    List<BookedPosting> book(Directive.Transaction entry, TransactionKind kind) {
        boolean spinOff = kind == TransactionKind.SPIN_OFF;
        String event = spinOff ? "spin-off" : "merger";
        Optional<Facts> stated = facts(entry, spinOff, event);
        if (stated.isEmpty()) {
            return List.of();
        }
        Facts facts = stated.get();
        LotReplacement replacement = new LotReplacement(event, entry, booking, faults);
        replacement.takeOut();
        List<Posting> old = new ArrayList<>();
        List<Posting> brought = new ArrayList<>();
        for (Posting posting : entry.postings()) {
            Optional<Quantity> units = posting.units();
            if (units.isPresent() && posting.cost().isPresent()) {
                sort(posting, units.get(), facts, event, old, brought);
            } else if (spinOff) {
                faults.add(posting.place(), "a spin-off moves units at cost and nothing else");
            } else if (units.isPresent()) {
                replacement.add(booking.money(posting, units.get()));
            }
        }
        if (spinOff) {
            replacement.putBack(
                    old, new LotReplacement.Terms(UnitRatio.SAME, BigDecimal.ONE.subtract(facts.costToNew())));
        } else {
            old.forEach(posting ->
                    faults.add(posting.place(), "a merger gives up " + facts.symbol() + "; it puts none of it back"));
        }
        replacement.open(brought, new LotReplacement.Terms(facts.ratio(), facts.costToNew()));
        return replacement.legs();
    }

    private void sort(
            Posting posting, Quantity units, Facts facts, String event, List<Posting> old, List<Posting> brought) {
        boolean isOld = units.commodity().equals(facts.symbol());
        if (units.number().signum() > 0) {
            (isOld ? old : brought).add(posting);
            if (brought.stream()
                    .flatMap(each -> each.units().stream())
                    .anyMatch(each -> !isOld && !each.commodity().equals(units.commodity()))) {
                faults.add(posting.place(), "a " + event + " brings one other security; write one entry for each");
            }
            booking.lots()
                    .objection(posting.account(), units.commodity(), currency(posting, units))
                    .ifPresent(why -> faults.add(posting.place(), why));
        } else if (!isOld) {
            faults.add(
                    posting.place(),
                    "the " + event + " is of " + facts.symbol() + ", but takes out " + units.commodity());
        }
    }

    private static String currency(Posting posting, Quantity units) {
        return posting.cost().flatMap(CostSpec::unitCost).orElse(units).commodity();
    }

    private Optional<Facts> facts(Directive.Transaction entry, boolean spinOff, String event) {
        EntryMetadata metadata = new EntryMetadata(entry, faults);
        Optional<String> symbol = metadata.text("symbol");
        Optional<BigDecimal> to = metadata.positive("new_shares");
        Optional<BigDecimal> from = metadata.positive("old_shares");
        Optional<BigDecimal> cost = metadata.positive("cost_to_new");
        if (symbol.isEmpty() || to.isEmpty() || from.isEmpty()) {
            faults.add(
                    entry.place(),
                    "a " + event + " states whose it is and its ratio; add 'symbol: \"OLD\"', 'new_shares: 1' and"
                            + " 'old_shares: 4' for 1 new per 4 old");
            return Optional.empty();
        }
        boolean needed = spinOff || movesMoney(entry);
        boolean fits = cost.map(share -> share.compareTo(BigDecimal.ONE) < (spinOff ? 0 : 1))
                .orElse(!needed);
        if (!fits) {
            faults.add(
                    entry.place(),
                    "a " + event + (spinOff ? "" : " with cash")
                            + " states which part of the cost goes to the new units, less than 1; add"
                            + " 'cost_to_new: 0.18'");
            return Optional.empty();
        }
        return Optional.of(new Facts(symbol.get(), new UnitRatio(to.get(), from.get()), cost.orElse(BigDecimal.ONE)));
    }

    private static boolean movesMoney(Directive.Transaction entry) {
        return entry.postings().stream().anyMatch(posting -> posting.cost().isEmpty());
    }
}
