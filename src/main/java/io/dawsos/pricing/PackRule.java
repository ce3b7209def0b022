package io.dawsos.pricing;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a pack must hold.
 *
 * @param policy name of the rule by which prices and rates are chosen
 * @param symbols securities that should have a close
 * @param currencies currencies that should have a rate against the publisher's base, the base itself excluded
 * @param minimum share of the symbols, and share of the currencies, without which there is no pack: 0.8 is four fifths
 */
public record PackRule(String policy, SortedSet<String> symbols, SortedSet<Currency> currencies, double minimum) {
    public PackRule {
        symbols = Collections.unmodifiableSortedSet(new TreeSet<>(symbols));
        currencies = Collections.unmodifiableSortedSet(byCode(currencies));
        if (!(minimum >= 0 && minimum <= 1)) {
            throw new IllegalArgumentException("The completeness of a pack lies between 0 and 1, not at " + minimum);
        }
    }

    /** Closing prices and the rates of the European Central Bank, four fifths of each. */
    public static PackRule ecbClose(Collection<String> symbols, Collection<Currency> currencies) {
        return new PackRule("ECB_CLOSE", new TreeSet<>(symbols), byCode(currencies), 0.8);
    }

    private static TreeSet<Currency> byCode(Collection<Currency> currencies) {
        TreeSet<Currency> sorted = new TreeSet<>(Comparator.comparing(Currency::getCurrencyCode));
        sorted.addAll(currencies);
        return sorted;
    }
}
