package io.dawsos.testing;

import io.dawsos.pricing.FxQuote;
import io.dawsos.pricing.MarketData;
import io.dawsos.pricing.PackBuilder;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PackRule;
import io.dawsos.pricing.Price;
import io.dawsos.pricing.PriceBook;
import io.dawsos.pricing.Split;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
        PackBuilder builder = new PackBuilder(
                PackRule.ecbClose(currencies.keySet(), quoted),
                Optional.empty(),
                closes(currencies.keySet(), LocalDate.MIN, LocalDate.MAX),
                rates(quoted, LocalDate.MIN, LocalDate.MAX),
                List.of());
        List<PriceBook> books = new ArrayList<>();
        builder.days().forEach(day -> builder.build(new PackId(day, 1)).ifPresent(draft -> books.add(draft.book())));
        return books;
    }

    @Override
    public List<Price> closes(Collection<String> symbols, LocalDate from, LocalDate to) {
        return closes.stream()
                .filter(cell -> symbols.contains(cell.column()) && within(cell.day(), from, to))
                .map(cell -> new Price(
                        cell.column(),
                        cell.value(),
                        Optional.ofNullable(currencies.get(cell.column())).orElseThrow(),
                        cell.day(),
                        "Test"))
                .toList();
    }

    @Override
    public List<FxQuote> rates(Collection<Currency> wanted, LocalDate from, LocalDate to) {
        return rates.stream()
                .filter(cell -> wanted.contains(Currency.getInstance(cell.column())) && within(cell.day(), from, to))
                .map(cell -> new FxQuote(EUR, Currency.getInstance(cell.column()), cell.value(), cell.day(), "ECB"))
                .toList();
    }

    @Override
    public List<Split> splits(Collection<String> symbols, LocalDate from, LocalDate to) {
        return List.of();
    }

    private static boolean within(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
