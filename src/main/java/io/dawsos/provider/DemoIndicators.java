package io.dawsos.provider;

import io.dawsos.pricing.Indicator;
import io.dawsos.pricing.IndicatorData;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The shipped economic series, 2018 to 2023: facts, gathered once; provenance stands in {@code demo/macro/README.md}. */
public final class DemoIndicators implements IndicatorData {

    /** Publisher of the series. */
    public static final String PROVIDER = "FRED";

    private final UnaryOperator<String> files;

    /** Reads the files in the program. */
    public DemoIndicators() {
        this(name -> resource("/demo/macro/" + name));
    }

    /**
     * Reads other files of the same form.
     *
     * @param files text of a file by its name
     */
    DemoIndicators(UnaryOperator<String> files) {
        this.files = files;
    }

    private static String resource(String name) {
        try (InputStream stream = DemoIndicators.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalArgumentException("The series " + name + " is not shipped");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws {@link IllegalArgumentException} for a series that is not shipped, and with every fault of a file as {@code file:line: what}. */
    @Override
    public List<Indicator> indicators(Collection<String> series, LocalDate from, LocalDate to) {
        List<Indicator> found = new ArrayList<>();
        series.stream()
                .sorted()
                .forEach(name -> read(name).stream()
                        .filter(value ->
                                !value.date().isBefore(from) && !value.date().isAfter(to))
                        .forEach(found::add));
        return List.copyOf(found);
    }

    private List<Indicator> read(String series) {
        String name = series + ".csv";
        CsvFile file = new CsvFile(name, files.apply(name), List.of("date", "value"));
        List<Indicator> values = new ArrayList<>();
        for (CsvFile.Row row : file.rows()) {
            Optional<LocalDate> day = file.parse(row, "date", "a day like 2023-12-29", LocalDate::parse);
            Optional<BigDecimal> value = file.parse(row, "value", "a number", BigDecimal::new);
            if (day.isPresent() && value.isPresent()) {
                if (!values.isEmpty()
                        && !day.get().isAfter(values.get(values.size() - 1).date())) {
                    file.fault(row.line(), day.get() + " does not come after the day before it");
                }
                values.add(new Indicator(series, day.get(), value.get(), PROVIDER));
            }
        }
        if (!file.faults().isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", file.faults()));
        }
        return values;
    }
}
