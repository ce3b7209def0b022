package io.dawsos.provider;

import io.dawsos.pricing.MarketData;
import io.dawsos.pricing.MarketRows;
import io.dawsos.pricing.PackRule;
import java.time.LocalDate;

/** Where no source of prices is set up: whoever asks is told so. The demo market is never taken in its place. */
public final class NoMarket implements MarketData {

    @Override
    public MarketRows rows(PackRule rule, LocalDate from, LocalDate to) {
        throw new IllegalStateException("No source of prices and exchange rates is set up, and production is not served"
                + " from the demo market; name a folder of market files in MARKET_PATH");
    }
}
