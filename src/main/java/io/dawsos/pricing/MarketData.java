package io.dawsos.pricing;

import java.time.LocalDate;

/**
 * What the markets published, as it was published: nothing carried, nothing adjusted, nothing checked. Closes are those of the trading day
 * in whole units of their currency, rates are against {@link PackRule#BASE}, splits stand on their ex-date.
 */
@FunctionalInterface
public interface MarketData {

    /**
     * The rows of {@code from} to {@code to}, both included, in no particular order. Rows that the rule does not ask for may be among
     * them: {@link RowScreen} tells them.
     */
    MarketRows rows(PackRule rule, LocalDate from, LocalDate to);

    /** This one and another beside it: where both have a row of the same key and day, the values must agree. */
    default MarketData and(MarketData other) {
        return (rule, from, to) -> rows(rule, from, to).and(other.rows(rule, from, to));
    }
}
