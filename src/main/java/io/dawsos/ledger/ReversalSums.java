package io.dawsos.ledger;

import io.dawsos.ledger.beancount.Directive;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a reversal states against what it must state, by account and commodity. */
final class ReversalSums {

    /** Of which account and what. */
    record Leg(String account, String commodity) {}

    /** What it moves, and what the reversed entry moves with its sign turned. */
    record Amounts(BigDecimal stated, BigDecimal wanted) {
        BigDecimal missing() {
            return wanted.subtract(stated);
        }
    }

    private static final Amounts NOTHING = new Amounts(BigDecimal.ZERO, BigDecimal.ZERO);

    private final Map<Leg, Amounts> sums = new LinkedHashMap<>();

    ReversalSums(BookedEntry original, Directive.Transaction reversal) {
        original.postings()
                .forEach(leg -> add(
                        new Leg(leg.account(), leg.units().commodity()),
                        BigDecimal.ZERO,
                        leg.units().number().negate()));
        reversal.postings()
                .forEach(posting -> posting.units()
                        .ifPresent(units ->
                                add(new Leg(posting.account(), units.commodity()), units.number(), BigDecimal.ZERO)));
    }

    private void add(Leg leg, BigDecimal stated, BigDecimal wanted) {
        Amounts known = sums.getOrDefault(leg, NOTHING);
        sums.put(leg, new Amounts(known.stated().add(stated), known.wanted().add(wanted)));
    }

    /** Where the two differ, in the order of the reversed entry. */
    Map<Leg, Amounts> differences() {
        Map<Leg, Amounts> differences = new LinkedHashMap<>(sums);
        differences.values().removeIf(amounts -> amounts.missing().signum() == 0);
        return differences;
    }
}
