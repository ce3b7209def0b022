package io.dawsos.provider;

import io.dawsos.symbol.SymbolFact;
import io.dawsos.symbol.SymbolField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Identifiers of the shipped demo market's securities, as far as they are known for certain. Provenance stands in
 * {@code demo/market/README.md}.
 */
public final class DemoSymbols {

    /** Provider of the identifiers. */
    public static final String PROVIDER = "Reference";

    private static final List<String> COLUMNS = List.of("symbol", "isin", "figi", "valid_from", "source");

    private DemoSymbols() {}

    /** Reads the file in the program; throws {@link IllegalArgumentException} listing every fault as {@code file:line: what}. */
    public static List<SymbolFact> load() {
        return read(DemoMarket.resource("/demo/market/identifiers.csv"));
    }

    static List<SymbolFact> read(String text) {
        CsvFile file = new CsvFile("identifiers.csv", text, COLUMNS);
        List<SymbolFact> facts = new ArrayList<>();
        for (CsvFile.Row row : file.rows()) {
            Optional<String> symbol = file.parse(row, "symbol", "a symbol", name -> name);
            Optional<LocalDate> from = file.parse(row, "valid_from", "a day", LocalDate::parse);
            Optional<String> source = file.parse(row, "source", "a source", name -> name);
            Optional<String> isin = identifier(file, row, SymbolField.ISIN);
            Optional<String> figi = identifier(file, row, SymbolField.FIGI);
            if (symbol.isPresent() && from.isPresent() && source.isPresent()) {
                facts.add(new SymbolFact(
                        symbol.get(), PROVIDER, symbol.get(), figi, isin, Optional.empty(), from.get(), source.get()));
            }
        }
        if (!file.faults().isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", file.faults()));
        }
        return List.copyOf(facts);
    }

    private static Optional<String> identifier(CsvFile file, CsvFile.Row row, SymbolField field) {
        if (row.fields().getOrDefault(field.key(), "").isBlank()) {
            return Optional.empty();
        }
        return file.parse(row, field.key(), field.expected(), text -> accepted(field, text));
    }

    private static String accepted(SymbolField field, String text) {
        if (!field.accepts(text)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
