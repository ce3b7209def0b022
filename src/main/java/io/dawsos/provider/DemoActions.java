package io.dawsos.provider;

import io.dawsos.portfolio.explain.CorporateAction;
import io.dawsos.portfolio.explain.CorporateAction.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The shipped corporate actions of the demo's securities, 2021 to 2023: dividends and splits, without days of announcement. Provenance stands in
 * {@code demo/market/README.md}.
 */
public final class DemoActions {

    private static final String FILE = "corporate_actions.csv";
    private static final String DAY = "a day like 2023-12-29";
    private static final String POSITIVE = "a positive number";

    private DemoActions() {}

    /** Reads the file in the program; throws {@link IllegalArgumentException} listing every fault as {@code file:line: what}. */
    public static List<CorporateAction> load() {
        return read(DemoMarket.resource("/demo/market/" + FILE));
    }

    /** Reads a text of the same columns. */
    static List<CorporateAction> read(String text) {
        CsvFile file = new CsvFile(
                FILE,
                text,
                List.of(
                        "symbol",
                        "kind",
                        "announced",
                        "ex_date",
                        "record_date",
                        "pay_date",
                        "amount",
                        "currency",
                        "new_units",
                        "old_units"));
        List<CorporateAction> actions = new ArrayList<>();
        file.rows().forEach(row -> action(file, row).ifPresent(actions::add));
        if (!file.faults().isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", file.faults()));
        }
        return List.copyOf(actions);
    }

    private static Optional<CorporateAction> action(CsvFile file, CsvFile.Row row) {
        int before = file.faults().size();
        Optional<String> symbol = file.parse(row, "symbol", "a symbol", text -> text);
        Optional<Kind> kind =
                file.parse(row, "kind", "dividend or split", text -> Kind.valueOf(text.toUpperCase(Locale.ROOT)));
        Optional<LocalDate> exDate = file.parse(row, "ex_date", DAY, LocalDate::parse);
        Optional<LocalDate> announced = maybe(file, row, "announced", DAY, LocalDate::parse);
        Optional<LocalDate> recordDate = maybe(file, row, "record_date", DAY, LocalDate::parse);
        Optional<LocalDate> payDate = maybe(file, row, "pay_date", DAY, LocalDate::parse);
        Optional<BigDecimal> amount = maybe(file, row, "amount", POSITIVE, MarketFiles::positive);
        Optional<Currency> currency = maybe(file, row, "currency", "a currency code", Currency::getInstance);
        Optional<BigDecimal> newUnits = maybe(file, row, "new_units", POSITIVE, MarketFiles::positive);
        Optional<BigDecimal> oldUnits = maybe(file, row, "old_units", POSITIVE, MarketFiles::positive);
        if (file.faults().size() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CorporateAction(
                    symbol.orElseThrow(),
                    kind.orElseThrow(),
                    announced,
                    exDate.orElseThrow(),
                    recordDate,
                    payDate,
                    amount,
                    currency,
                    newUnits,
                    oldUnits,
                    DemoMarket.PRICES));
        } catch (IllegalArgumentException e) {
            file.fault(row.line(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static <T> Optional<T> maybe(
            CsvFile file, CsvFile.Row row, String column, String expected, Function<String, T> parser) {
        return row.fields().getOrDefault(column, "").isBlank()
                ? Optional.empty()
                : file.parse(row, column, expected, parser);
    }
}
