package io.dawsos.provider;

import io.dawsos.money.Decimals;
import io.dawsos.portfolio.Security;
import io.dawsos.pricing.MarketRow;
import io.dawsos.pricing.PackRule;
import io.dawsos.pricing.RowSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The four files of a shipped market as rows. Faults of all of them are gathered until {@link #finish}: what is shipped is right. */
final class MarketFiles {

    private static final String DATE = "date";
    private static final String DAY = "a day like 2023-12-29";
    private static final String POSITIVE = "a positive number";

    private final UnaryOperator<String> files;
    private final List<CsvFile> opened = new ArrayList<>();

    MarketFiles(UnaryOperator<String> files) {
        this.files = files;
    }

    private CsvFile open(String name, List<String> columns) {
        CsvFile file = new CsvFile(name, files.apply(name), columns);
        opened.add(file);
        return file;
    }

    List<Security> securities(String name) {
        List<String> columns = List.of("symbol", "name", "currency", "exchange", "sector", "type", "country");
        CsvFile file = open(name, columns);
        List<Security> securities = new ArrayList<>();
        for (CsvFile.Row row : file.rows()) {
            Optional<String> symbol = file.parse(row, "symbol", "a symbol", text -> text);
            Optional<Currency> currency = file.parse(row, "currency", "a currency code", Currency::getInstance);
            Optional<String> type = file.parse(row, "type", "equity or etf", MarketFiles::type);
            Optional<String> country = file.parse(row, "country", "two capital letters", MarketFiles::country);
            if (symbol.isPresent() && currency.isPresent() && type.isPresent() && country.isPresent()) {
                Map<String, String> fields = row.fields();
                securities.add(new Security(
                        symbol.get(),
                        fields.getOrDefault("name", ""),
                        currency.get(),
                        fields.getOrDefault("exchange", ""),
                        type.get(),
                        Optional.of(fields.getOrDefault("sector", "")).filter(sector -> !sector.isBlank()),
                        country.get()));
            }
        }
        return List.copyOf(securities);
    }

    private static String country(String text) {
        if (!text.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static String type(String text) {
        if (!text.equals("equity") && !text.equals("etf")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    /** One column a security, empty where it did not trade. */
    List<MarketRow> closes(List<Security> securities) {
        CsvFile file = open("closes.csv", List.of(DATE));
        Map<String, Currency> currencies = new LinkedHashMap<>();
        securities.forEach(security -> currencies.put(security.symbol(), security.currency()));
        for (String column : file.header()) {
            if (!column.equals(DATE) && !currencies.containsKey(column)) {
                file.fault(1, "the security " + column + " is not in securities.csv");
            }
        }
        List<MarketRow> closes = new ArrayList<>();
        for (Cell cell : cells(file)) {
            Currency currency = currencies.get(cell.column());
            if (currency != null) {
                closes.add(cell.row(
                        MarketRow.Kind.CLOSE,
                        cell.column(),
                        currency.getCurrencyCode(),
                        DemoMarket.PRICES,
                        "closes.csv"));
            }
        }
        return List.copyOf(closes);
    }

    /** One column a currency: units for one euro. */
    List<MarketRow> rates() {
        CsvFile file = open("fx.csv", List.of(DATE));
        Map<String, Currency> currencies = new LinkedHashMap<>();
        for (String column : file.header()) {
            if (!column.equals(DATE)) {
                currency(column)
                        .ifPresentOrElse(
                                currency -> currencies.put(column, currency),
                                () -> file.fault(1, column + " is not a currency code"));
            }
        }
        List<MarketRow> rates = new ArrayList<>();
        for (Cell cell : cells(file)) {
            if (currencies.containsKey(cell.column())) {
                rates.add(cell.row(
                        MarketRow.Kind.RATE,
                        PackRule.BASE.getCurrencyCode(),
                        cell.column(),
                        DemoMarket.RATES,
                        "fx.csv"));
            }
        }
        return List.copyOf(rates);
    }

    private static Optional<Currency> currency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .findFirst();
    }

    private record Cell(int line, LocalDate date, String column, String text) {
        MarketRow row(MarketRow.Kind kind, String symbol, String currency, String provider, String file) {
            return new MarketRow(kind, symbol, currency, text, date, provider, new RowSource(file, line));
        }
    }

    private static List<Cell> cells(CsvFile file) {
        List<Cell> cells = new ArrayList<>();
        TreeSet<LocalDate> days = new TreeSet<>();
        for (CsvFile.Row row : file.rows()) {
            Optional<LocalDate> day = file.parse(row, DATE, DAY, LocalDate::parse);
            if (day.isPresent() && !days.add(day.get())) {
                file.fault(row.line(), "the day " + day.get() + " stands twice");
            }
            row.fields().forEach((column, text) -> {
                if (day.isPresent() && !column.equals(DATE) && !text.isBlank()) {
                    file.parse(row, column, POSITIVE, MarketFiles::positive)
                            .ifPresent(value -> cells.add(new Cell(row.line(), day.get(), column, text)));
                }
            });
        }
        return cells;
    }

    static BigDecimal positive(String text) {
        BigDecimal value = new BigDecimal(text);
        if (value.signum() <= 0) {
            throw new IllegalArgumentException(text);
        }
        return value;
    }

    List<MarketRow> splits(List<Security> securities) {
        CsvFile file = open("splits.csv", List.of("symbol", "ex_date", "split_to", "split_from"));
        List<String> symbols = securities.stream().map(Security::symbol).toList();
        List<MarketRow> splits = new ArrayList<>();
        for (CsvFile.Row row : file.rows()) {
            Optional<String> symbol =
                    file.parse(row, "symbol", "a security of securities.csv", text -> known(symbols, text));
            Optional<LocalDate> day = file.parse(row, "ex_date", DAY, LocalDate::parse);
            Optional<BigDecimal> to = file.parse(row, "split_to", POSITIVE, MarketFiles::positive);
            Optional<BigDecimal> from = file.parse(row, "split_from", POSITIVE, MarketFiles::positive);
            if (symbol.isPresent() && day.isPresent() && to.isPresent() && from.isPresent()) {
                String ratio = Decimals.divide(to.get(), from.get()).toPlainString();
                splits.add(new MarketRow(
                        MarketRow.Kind.SPLIT,
                        symbol.get(),
                        "",
                        ratio,
                        day.get(),
                        DemoMarket.PRICES,
                        new RowSource("splits.csv", row.line())));
            }
        }
        return List.copyOf(splits);
    }

    private static String known(List<String> symbols, String symbol) {
        if (!symbols.contains(symbol)) {
            throw new IllegalArgumentException(symbol);
        }
        return symbol;
    }

    /** Of all files so far, each as {@code file:line: what}. */
    List<String> faults() {
        return opened.stream().flatMap(file -> file.faults().stream()).toList();
    }

    /** Throws {@link IllegalArgumentException} with the faults of all files, one a line, if there are any. */
    void finish() {
        if (!faults().isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults()));
        }
    }
}
