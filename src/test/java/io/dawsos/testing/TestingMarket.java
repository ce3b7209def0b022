package io.dawsos.testing;

import io.dawsos.pricing.FxQuote;
import io.dawsos.pricing.MarketData;
import io.dawsos.pricing.MarketRow;
import io.dawsos.pricing.MarketRows;
import io.dawsos.pricing.PackBuilder;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PackRule;
import io.dawsos.pricing.Price;
import io.dawsos.pricing.PriceBook;
import io.dawsos.pricing.RowSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A market from two files: {@code closes.csv}, a column a security, and {@code fx.csv}, a column a currency, units for one euro. */
public final class TestingMarket implements MarketData {

    private static final Currency EUR = Currency.getInstance("EUR");

    private record Cell(LocalDate day, String column, BigDecimal value) {}

    private final Map<String, Currency> currencies = new TreeMap<>();
    private final List<Cell> closes;
    private final List<Cell> rates;

    public TestingMarket(Path folder) {
        closes = cells(folder.resolve("closes.csv"));
        rates = cells(folder.resolve("fx.csv"));
    }

    private static List<Cell> cells(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            String[] columns = lines.get(0).split(",", -1);
            List<Cell> cells = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] values = line.split(",", -1);
                for (int i = 1; i < columns.length; i++) {
                    if (!values[i].isEmpty()) {
                        cells.add(new Cell(LocalDate.parse(values[0]), columns[i], new BigDecimal(values[i])));
                    }
                }
            }
            return cells;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says in which currency a column of the closes is. */
    public TestingMarket in(String currency, String... symbols) {
        for (String symbol : symbols) {
            currencies.put(symbol, Currency.getInstance(currency));
        }
        return this;
    }

    /** The pack of every day, as the builder makes them. */
    public List<PriceBook> packs() {
        List<Currency> quoted = rates.stream()
                .map(Cell::column)
                .distinct()
                .map(Currency::getInstance)
                .toList();
        PackBuilder builder =
                new PackBuilder(PackRule.ecbClose(currencies, quoted), Optional.empty(), prices(), quotes(), List.of());
        List<PriceBook> books = new ArrayList<>();
        builder.days().forEach(day -> builder.build(new PackId(day, 1)).ifPresent(draft -> books.add(draft.book())));
        return books;
    }

    private List<Price> prices() {
        return known().map(cell -> new Price(cell.column(), cell.value(), currency(cell), cell.day(), "Test"))
                .toList();
    }

    private List<FxQuote> quotes() {
        return rates.stream()
                .map(cell -> new FxQuote(EUR, Currency.getInstance(cell.column()), cell.value(), cell.day(), "ECB"))
                .toList();
    }

    private Stream<Cell> known() {
        return closes.stream().filter(cell -> currencies.containsKey(cell.column()));
    }

    private Currency currency(Cell close) {
        return Optional.ofNullable(currencies.get(close.column())).orElseThrow();
    }

    @Override
    public MarketRows rows(PackRule rule, LocalDate from, LocalDate to) {
        Stream<MarketRow> closeRows = known().map(cell ->
                row(MarketRow.Kind.CLOSE, cell.column(), currency(cell).getCurrencyCode(), cell));
        Stream<MarketRow> rateRows =
                rates.stream().map(cell -> row(MarketRow.Kind.RATE, EUR.getCurrencyCode(), cell.column(), cell));
        return new MarketRows(
                Stream.concat(closeRows, rateRows)
                        .filter(row -> !row.date().isBefore(from) && !row.date().isAfter(to))
                        .toList(),
                List.of());
    }

    private static MarketRow row(MarketRow.Kind kind, String symbol, String currency, Cell cell) {
        return new MarketRow(
                kind,
                symbol,
                currency,
                cell.value().toPlainString(),
                cell.day(),
                kind == MarketRow.Kind.RATE ? "ECB" : "Test",
                new RowSource("test.csv", 1));
    }
}
