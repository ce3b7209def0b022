package io.dawsos.provider;

import io.dawsos.money.Decimals;
import io.dawsos.pricing.MarketRow;
import io.dawsos.pricing.MarketRows;
import io.dawsos.pricing.RowSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One file of closes, rates or splits, read line by line. What it lacks as a file (columns, fields, days, encoding) is a fault, and then
 * nothing of it is taken; what its values say is for the screen of the packs.
 */
final class MarketFile {

    private static final long LARGEST_BYTES = 200_000_000;
    private static final int LONGEST_LINE = 1_000;
    private static final int MOST_FAULTS = 20;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path path;
    private final List<String> columns;
    private final MarketFileName name;
    private final List<MarketRow> rows = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    MarketFile(Path path, MarketFileName name) {
        this.path = path;
        this.name = name;
        this.columns = name.kind().columns();
    }

    /** Its rows of the range; or only faults. */
    MarketRows read(LocalDate from, LocalDate to) {
        int line = 1;
        try (BufferedReader reader = Files.newBufferedReader(path)) {
            if (Files.size(path) > LARGEST_BYTES) {
                fault(1, "the file has more than " + LARGEST_BYTES + " bytes; split it");
            } else if (header(reader.readLine())) {
                String text = reader.readLine();
                while (text != null && faults.size() < MOST_FAULTS) {
                    line++;
                    row(line, text, from, to);
                    text = reader.readLine();
                }
            }
        } catch (CharacterCodingException e) {
            fault(line, "the file is not UTF-8 from here on");
        } catch (IOException e) {
            fault(line, "the file cannot be read");
        }
        return new MarketRows(faults.isEmpty() ? rows : List.of(), faults);
    }

    private boolean header(@Nullable String text) {
        String expected = name.kind().header();
        String found = text == null ? "" : text.strip();
        if (!found.isEmpty() && found.charAt(0) == BYTE_ORDER_MARK) {
            found = found.substring(1);
        }
        if (!found.equals(expected)) {
            fault(1, "the header is not " + expected);
            return false;
        }
        return true;
    }

    private void row(int line, String text, LocalDate from, LocalDate to) {
        List<String> fields = new ArrayList<>();
        int wanted = columns.size();
        if (text.length() > LONGEST_LINE) {
            fault(line, "the line has more than " + LONGEST_LINE + " characters");
        } else if (text.chars().anyMatch(Character::isISOControl)) {
            fault(line, "a control character");
        } else if (!CsvFile.split(text, fields)) {
            fault(line, "a quotation mark is not closed");
        } else if (fields.size() != wanted) {
            fault(line, fields.size() + " fields where the header has " + wanted);
        } else if (fields.get(1).isBlank()) {
            fault(line, columns.get(1) + " is empty");
        } else {
            day(line, fields.get(0))
                    .filter(day -> !day.isBefore(from) && !day.isAfter(to))
                    .ifPresent(day -> rows.add(row(line, day, fields)));
        }
    }

    private Optional<LocalDate> day(int line, String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            fault(line, "date is '" + text + "', not a day like 2023-12-29");
            return Optional.empty();
        }
    }

    private MarketRow row(int line, LocalDate day, List<String> fields) {
        RowSource source = new RowSource(name.file(), line);
        String second = fields.get(1);
        return switch (name.kind()) {
            case CLOSES ->
                new MarketRow(MarketRow.Kind.CLOSE, second, fields.get(3), fields.get(2), day, name.provider(), source);
            case RATES ->
                new MarketRow(MarketRow.Kind.RATE, second, fields.get(2), fields.get(3), day, name.provider(), source);
            case SPLITS ->
                new MarketRow(
                        MarketRow.Kind.SPLIT,
                        second,
                        "",
                        ratio(fields.get(2), fields.get(3)),
                        day,
                        name.provider(),
                        source);
            case SECURITIES -> throw new IllegalStateException(name.file() + " holds no rows of days");
        };
    }

    /** New units per old one; as it was written where that is no number, so that the screen tells it. */
    private static String ratio(String to, String from) {
        try {
            BigDecimal divisor = new BigDecimal(from);
            if (divisor.signum() != 0 && to.length() <= 20 && from.length() <= 20) {
                return Decimals.divide(new BigDecimal(to), divisor).toString();
            }
        } catch (NumberFormatException e) {
            // told by the screen, as it was written
        }
        return to + ":" + from;
    }

    private void fault(int line, String what) {
        faults.add(name.file() + ":" + line + ": " + what);
    }
}
