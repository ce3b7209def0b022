package io.dawsos.portfolio.explain;

import io.dawsos.money.FxRate;
import io.dawsos.pricing.PriceBook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Daily returns of securities and of cash in base currency, from the packs alone and so also for days on which they were not held: price
 * and exchange rate, splits taken out, dividends left out. A pack that lacks a price or a rate for any of them is passed over, so that all
 * returns are of the same days.
 *
 * @param returns by symbol, and by {@link #cash} for currencies; each as long as the others, by day
 */
public record HoldingReturns(SortedMap<String, List<Double>> returns) {

    public HoldingReturns {
        SortedMap<String, List<Double>> copy = new TreeMap<>();
        returns.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        returns = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * Measures holdings over packs.
     *
     * @param packs by date
     * @param cash currencies other than the base
     */
    public static HoldingReturns of(
            List<PriceBook> packs,
            SortedSet<String> symbols,
            SortedSet<String> cash,
            SplitFactors splits,
            Currency base) {
        SortedMap<String, List<Double>> returns = new TreeMap<>();
        symbols.forEach(symbol -> returns.put(symbol, new ArrayList<>()));
        cash.forEach(code -> returns.put(cash(code), new ArrayList<>()));
        SortedMap<String, Double> before = new TreeMap<>();
        for (PriceBook pack : packs) {
            SortedMap<String, Double> values = new TreeMap<>();
            symbols.forEach(symbol ->
                    value(packs.get(0), pack, symbol, splits, base).ifPresent(value -> values.put(symbol, value)));
            cash.forEach(code -> pack.fx(Currency.getInstance(code), base)
                    .map(FxRate::rate)
                    .ifPresent(rate -> values.put(cash(code), rate.doubleValue())));
            if (values.size() == returns.size()) {
                before.forEach((name, last) ->
                        returns.getOrDefault(name, new ArrayList<>()).add(values.getOrDefault(name, last) / last - 1));
                before = values;
            }
        }
        return new HoldingReturns(returns);
    }

    /** Name of the cash of a currency: no symbol has a colon. */
    public static String cash(String code) {
        return "cash:" + code;
    }

    private static Optional<Double> value(
            PriceBook first, PriceBook pack, String symbol, SplitFactors splits, Currency base) {
        return pack.price(symbol)
                .flatMap(price -> pack.fx(price.currency(), base).map(rate -> {
                    BigDecimal units = splits.between(symbol, first.date(), pack.date());
                    return price.close().multiply(rate.rate()).multiply(units).doubleValue();
                }));
    }
}
