package io.dawsos.provider;

import io.dawsos.pricing.FxQuote;
import io.dawsos.pricing.MarketData;
import io.dawsos.pricing.Price;
import io.dawsos.pricing.Split;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;

/** Where no source of prices is set up: whoever asks is told so. The demo market is never taken in its place. */
public final class NoMarket implements MarketData {

    @Override
    public List<Price> closes(Collection<String> symbols, LocalDate from, LocalDate to) {
        throw missing();
    }

    @Override
    public List<FxQuote> rates(Collection<Currency> currencies, LocalDate from, LocalDate to) {
        throw missing();
    }

    @Override
    public List<Split> splits(Collection<String> symbols, LocalDate from, LocalDate to) {
        throw missing();
    }

    private static IllegalStateException missing() {
        return new IllegalStateException(
                "No source of prices and exchange rates is set up, and production is not served from the demo market");
    }
}
