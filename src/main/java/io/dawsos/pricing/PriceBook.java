package io.dawsos.pricing;

import io.dawsos.money.Decimals;
import io.dawsos.money.FxRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** All prices and exchange rates of one pack. Nothing in it is invented: what is missing is empty, never 0 and never 1. */
public final class PriceBook {

    private final PackId pack;
    private final SortedMap<String, Price> prices;
    private final SortedMap<String, FxQuote> quotes;

    /** Throws {@link IllegalArgumentException} when a symbol or a pair stands twice. */
    public PriceBook(PackId pack, Collection<Price> prices, Collection<FxQuote> quotes) {
        this.pack = pack;
        this.prices = new TreeMap<>();
        this.quotes = new TreeMap<>();
        for (Price price : prices) {
            requireFirst(this.prices.put(price.symbol(), price) == null, price.symbol());
        }
        for (FxQuote quote : quotes) {
            String pair = pair(quote.base(), quote.quote());
            requireFirst(this.quotes.put(pair, quote) == null, pair);
        }
    }

    private void requireFirst(boolean first, String key) {
        if (!first) {
            throw new IllegalArgumentException("Pack " + pack + " has more than one row for " + key);
        }
    }

    public PackId pack() {
        return pack;
    }

    public LocalDate date() {
        return pack.date();
    }

    public Optional<Price> price(String symbol) {
        return Optional.ofNullable(prices.get(symbol));
    }

    /** By symbol. */
    public List<Price> prices() {
        return List.copyOf(prices.values());
    }

    /** By pair. */
    public List<FxQuote> quotes() {
        return List.copyOf(quotes.values());
    }

    /**
     * The price of one unit of {@code from} in {@code to}: 1 for the same currency, else the published pair, its inverse, or the
     * cross over the one base currency both are quoted in. Empty when no path exists. The date is the older of the two used.
     */
    public Optional<FxRate> fx(Currency from, Currency to) {
        if (from.equals(to)) {
            return Optional.of(new FxRate(from, to, BigDecimal.ONE, date()));
        }
        return quoted(from, to).or(() -> crossed(from, to));
    }

    private Optional<FxRate> quoted(Currency from, Currency to) {
        FxQuote direct = quotes.get(pair(from, to));
        if (direct != null) {
            return Optional.of(new FxRate(from, to, direct.rate(), direct.date()));
        }
        FxQuote inverse = quotes.get(pair(to, from));
        return Optional.ofNullable(inverse)
                .map(quote -> new FxRate(from, to, Decimals.divide(BigDecimal.ONE, quote.rate()), quote.date()));
    }

    private Optional<FxRate> crossed(Currency from, Currency to) {
        return quotes.values().stream()
                .map(FxQuote::base)
                .distinct()
                .flatMap(hub -> {
                    FxQuote first = quotes.get(pair(hub, from));
                    FxQuote second = quotes.get(pair(hub, to));
                    if (first == null || second == null) {
                        return Optional.<FxRate>empty().stream();
                    }
                    LocalDate older = first.date().isBefore(second.date()) ? first.date() : second.date();
                    return Optional.of(new FxRate(from, to, Decimals.divide(second.rate(), first.rate()), older))
                            .stream();
                })
                .findFirst();
    }

    /** Everyone who published a row of this pack, sorted. */
    public SortedSet<String> providers() {
        SortedSet<String> providers = new TreeSet<>();
        prices.values().forEach(price -> providers.add(price.provider()));
        quotes.values().forEach(quote -> providers.add(quote.provider()));
        return Collections.unmodifiableSortedSet(providers);
    }

    private static String pair(Currency base, Currency quote) {
        return base.getCurrencyCode() + "/" + quote.getCurrencyCode();
    }
}
