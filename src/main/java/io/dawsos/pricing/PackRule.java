package io.dawsos.pricing;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a pack must hold, and which rows it takes.
 *
 * @param policy name of the rule by which prices and rates are chosen
 * @param securities those that should have a close, with the currency that it must be in
 * @param currencies currencies that should have a rate against {@link #BASE}, the base itself excluded
 * @param minimum share of the securities, and share of the currencies, without which there is no pack: 0.8 is four fifths
 * @param limits how far a row may lie from the one before
 */
public record PackRule(
        String policy,
        SortedMap<String, Currency> securities,
        SortedSet<Currency> currencies,
        double minimum,
        MoveLimits limits) {

    /** Every rate of a pack is quoted against the euro, as the European Central Bank publishes them. */
    public static final Currency BASE = Currency.getInstance("EUR");

    /** Name of the rule of {@link #ecbClose}. */
    public static final String ECB_CLOSE = "ECB_CLOSE";

    public PackRule {
        securities = Collections.unmodifiableSortedMap(new TreeMap<>(securities));
        TreeSet<Currency> sorted = new TreeSet<>(Comparator.comparing(Currency::getCurrencyCode));
        sorted.addAll(currencies);
        sorted.remove(BASE);
        currencies = Collections.unmodifiableSortedSet(sorted);
        if (!(minimum >= 0 && minimum <= 1)) {
            throw new IllegalArgumentException("The completeness of a pack lies between 0 and 1, not at " + minimum);
        }
    }

    /** Closing prices and the rates of the European Central Bank, four fifths of each, and {@link MoveLimits#DEFAULT}. */
    public static PackRule ecbClose(Map<String, Currency> securities, Collection<Currency> currencies) {
        TreeSet<Currency> sorted = new TreeSet<>(Comparator.comparing(Currency::getCurrencyCode));
        sorted.addAll(currencies);
        return new PackRule(ECB_CLOSE, new TreeMap<>(securities), sorted, 0.8, MoveLimits.DEFAULT);
    }

    public PackRule withLimits(MoveLimits other) {
        return new PackRule(policy, securities, currencies, minimum, other);
    }

    /** The same without a minimum: what is missing is told, and is no reason against the pack. */
    PackRule whateverIsThere() {
        return new PackRule(policy, securities, currencies, 0, limits);
    }
}
