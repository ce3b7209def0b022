package io.dawsos.ledger;

import io.dawsos.ledger.beancount.Directive;
import io.dawsos.ledger.beancount.Faults;
import io.dawsos.ledger.beancount.Posting;
import io.dawsos.ledger.beancount.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Double entry: the legs of an entry sum to zero in every currency, within its {@link Tolerances}. Units at cost weigh their cost,
 * money at a price its price, other money itself. One leg without an amount takes what is missing.
 */
record Balancing(Map<String, BigDecimal> defaults, Faults faults) {

    /** The booked legs and, where one was left open, what it takes: one leg for every currency that misses zero. */
    List<BookedPosting> complete(Directive.Transaction entry, List<BookedPosting> booked) {
        Tolerances tolerances = Tolerances.of(entry, defaults);
        List<Posting> open = entry.postings().stream()
                .filter(posting -> posting.units().isEmpty())
                .toList();
        open.stream()
                .skip(1)
                .forEach(posting -> faults.add(
                        posting.place(), "a second posting without an amount; at most one can be worked out"));
        List<BookedPosting> complete = new ArrayList<>(booked);
        if (open.isEmpty()) {
            residual(complete).forEach((currency, sum) -> check(entry, currency, sum, tolerances.in(currency)));
        } else {
            residual(booked).forEach((currency, sum) -> {
                BigDecimal amount = tolerances.round(sum.negate(), currency);
                if (amount.signum() != 0) {
                    complete.add(BookedPosting.ofMoney(
                            open.get(0).place(), open.get(0).account(), new Quantity(amount, currency)));
                }
            });
        }
        return complete;
    }

    private void check(Directive.Transaction entry, String currency, BigDecimal sum, BigDecimal tolerance) {
        if (sum.abs().compareTo(tolerance) > 0) {
            faults.add(
                    entry.place(),
                    "the entry does not balance: its postings sum to " + Plain.text(sum) + " " + currency
                            + " instead of zero (tolerance " + Plain.text(tolerance) + ")");
        }
    }

    private static SortedMap<String, BigDecimal> residual(List<BookedPosting> postings) {
        SortedMap<String, BigDecimal> sums = new TreeMap<>();
        for (BookedPosting posting : postings) {
            sums.merge(posting.weight().commodity(), posting.weight().number(), BigDecimal::add);
        }
        return sums;
    }
}
