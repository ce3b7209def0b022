package io.dawsos.testing;

import io.dawsos.portfolio.Securities;
import io.dawsos.portfolio.Security;
import java.util.Currency;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A security master in memory. */
public final class TestingSecurities implements Securities {

    private final SortedMap<String, Security> bySymbol = new TreeMap<>();

    public TestingSecurities equity(String symbol, String name, String currency, String sector) {
        return add(symbol, name, currency, "equity", Optional.of(sector));
    }

    public TestingSecurities fund(String symbol, String name, String currency) {
        return add(symbol, name, currency, "etf", Optional.empty());
    }

    private TestingSecurities add(String symbol, String name, String currency, String type, Optional<String> sector) {
        bySymbol.put(symbol, new Security(symbol, name, Currency.getInstance(currency), "XTST", type, sector, "CA"));
        return this;
    }

    @Override
    public Optional<Security> find(String symbol) {
        return Optional.ofNullable(bySymbol.get(symbol));
    }
}
