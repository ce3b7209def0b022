package io.dawsos.testing;

import io.dawsos.pricing.FxQuote;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.Price;
import io.dawsos.pricing.PriceBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** Builds one pack in code: {@code TestingPacks.on("2024-01-05").price("AAPL", "190", "USD").rate("USD", "CAD", "1.36").book()}. */
public final class TestingPacks {

    private final LocalDate day;
    private final List<Price> prices = new ArrayList<>();
    private final List<FxQuote> quotes = new ArrayList<>();

    private TestingPacks(LocalDate day) {
        this.day = day;
    }

    public static TestingPacks on(String day) {
        return on(LocalDate.parse(day));
    }

    public static TestingPacks on(LocalDate day) {
        return new TestingPacks(day);
    }

    public TestingPacks price(String symbol, String close, String currency) {
        return price(symbol, close, currency, day);
    }

    public TestingPacks price(String symbol, String close, String currency, LocalDate date) {
        prices.add(new Price(symbol, new BigDecimal(close), Currency.getInstance(currency), date, "TESTPRICES"));
        return this;
    }

    public TestingPacks rate(String base, String quote, String rate) {
        return rate(base, quote, rate, day);
    }

    public TestingPacks rate(String base, String quote, String rate, LocalDate date) {
        quotes.add(new FxQuote(
                Currency.getInstance(base), Currency.getInstance(quote), new BigDecimal(rate), date, "TESTRATES"));
        return this;
    }

    public PriceBook book() {
        return new PriceBook(new PackId(day, 1), prices, quotes);
    }
}
