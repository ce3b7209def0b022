package io.dawsos.provider;

import io.dawsos.portfolio.Security;
import io.dawsos.pricing.FxQuote;
import io.dawsos.pricing.MarketData;
import io.dawsos.pricing.Price;
import io.dawsos.pricing.Split;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The shipped demo market: closes of 14 securities, the European Central Bank's rates and the splits, December 2020 to December 2023.
 * Facts, gathered once; provenance and rights stand in {@code demo/market/README.md}.
 */
public final class DemoMarket implements MarketData {

    /** Provider of the closes. */
    public static final String PRICES = "Demo";

    /** Provider of the rates. */
    public static final String RATES = "ECB";

    private final List<Security> securities;
    private final List<Price> closes;
    private final List<FxQuote> rates;
    private final List<Split> splits;

    private DemoMarket(List<Security> securities, List<Price> closes, List<FxQuote> rates, List<Split> splits) {
        this.securities = securities;
        this.closes = closes;
        this.rates = rates;
        this.splits = splits;
    }

    /** Reads the files in the program; throws {@link IllegalArgumentException} listing every fault as {@code file:line: what}. */
    public static DemoMarket load() {
        return read(name -> resource("/demo/market/" + name));
    }

    /**
     * Reads {@code securities.csv}, {@code closes.csv}, {@code fx.csv} and {@code splits.csv}.
     *
     * @param files text of a file by its name
     */
    static DemoMarket read(UnaryOperator<String> files) {
        MarketFiles reader = new MarketFiles(files);
        List<Security> securities = reader.securities();
        DemoMarket market =
                new DemoMarket(securities, reader.closes(securities), reader.rates(), reader.splits(securities));
        reader.finish();
        return market;
    }

    static String resource(String name) {
        try (InputStream stream = DemoMarket.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The file " + name + " is missing in the program; build it anew");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Security> securities() {
        return securities;
    }

    /** Currencies that have a rate against the euro. */
    public List<Currency> currencies() {
        return rates.stream().map(FxQuote::quote).distinct().toList();
    }

    public LocalDate firstDay() {
        return closes.stream().map(Price::date).min(LocalDate::compareTo).orElseThrow();
    }

    public LocalDate lastDay() {
        return closes.stream().map(Price::date).max(LocalDate::compareTo).orElseThrow();
    }

    @Override
    public List<Price> closes(Collection<String> symbols, LocalDate from, LocalDate to) {
        return closes.stream()
                .filter(close -> symbols.contains(close.symbol()) && within(close.date(), from, to))
                .toList();
    }

    @Override
    public List<FxQuote> rates(Collection<Currency> currencies, LocalDate from, LocalDate to) {
        return rates.stream()
                .filter(rate -> currencies.contains(rate.quote()) && within(rate.date(), from, to))
                .toList();
    }

    @Override
    public List<Split> splits(Collection<String> symbols, LocalDate from, LocalDate to) {
        return splits.stream()
                .filter(split -> symbols.contains(split.symbol()) && within(split.exDate(), from, to))
                .toList();
    }

    private static boolean within(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
