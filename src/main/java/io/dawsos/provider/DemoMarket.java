package io.dawsos.provider;

import io.dawsos.portfolio.Security;
import io.dawsos.pricing.MarketData;
import io.dawsos.pricing.MarketRow;
import io.dawsos.pricing.MarketRows;
import io.dawsos.pricing.PackRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

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
    private final List<MarketRow> closes;
    private final List<MarketRow> rates;
    private final List<MarketRow> splits;

    private DemoMarket(
            List<Security> securities, List<MarketRow> closes, List<MarketRow> rates, List<MarketRow> splits) {
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
        List<Security> securities = reader.securities("securities.csv");
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
        return rates.stream()
                .map(MarketRow::currency)
                .distinct()
                .map(Currency::getInstance)
                .toList();
    }

    public LocalDate firstDay() {
        return closes.stream().map(MarketRow::date).min(LocalDate::compareTo).orElseThrow();
    }

    public LocalDate lastDay() {
        return closes.stream().map(MarketRow::date).max(LocalDate::compareTo).orElseThrow();
    }

    /** Every security with its currency, and every currency: the rule of packs over this market alone. */
    public PackRule rule() {
        Map<String, Currency> currencies = new TreeMap<>();
        securities.forEach(security -> currencies.put(security.symbol(), security.currency()));
        return PackRule.ecbClose(currencies, currencies());
    }

    @Override
    public MarketRows rows(PackRule rule, LocalDate from, LocalDate to) {
        List<MarketRow> rows = Stream.of(closes, rates, splits)
                .flatMap(List::stream)
                .filter(row -> !row.date().isBefore(from) && !row.date().isAfter(to))
                .toList();
        return new MarketRows(rows, List.of());
    }
}
