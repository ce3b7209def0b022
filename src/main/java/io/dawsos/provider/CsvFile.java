package io.dawsos.provider;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A CSV file (RFC 4180, one line a record) with a header row, read with all its faults: see {@link #faults}.
 */
final class CsvFile {

    /** One record: its line number and its fields by column, in file order. */
    record Row(int line, Map<String, String> fields) {}

    private final String name;
    private final List<String> header = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    /**
     * @param name as it stands in messages
     * @param required columns it must have; others may follow
     */
    CsvFile(String name, String text, List<String> required) {
        this.name = name;
        List<String> lines = text.lines().toList();
        if (lines.isEmpty()) {
            fault(1, "the file is empty, it needs the columns " + String.join(",", required));
            return;
        }
        header.addAll(fields(1, lines.get(0)));
        for (String column : required) {
            if (!header.contains(column)) {
                fault(1, "the column " + column + " is missing, the header is " + lines.get(0));
            }
        }
        for (int i = 1; i < lines.size(); i++) {
            row(i + 1, lines.get(i));
        }
    }

    private void row(int line, String text) {
        List<String> fields = fields(line, text);
        if (fields.size() != header.size()) {
            fault(line, fields.size() + " fields where the header has " + header.size());
            return;
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            row.put(header.get(i), fields.get(i));
        }
        rows.add(new Row(line, row));
    }

    private List<String> fields(int line, String text) {
        List<String> fields = new ArrayList<>();
        if (!split(text, fields)) {
            fault(line, "a quotation mark is not closed");
        }
        return fields;
    }

    /** Adds the fields of one record; false when a quotation mark is not closed. */
    static boolean split(String text, List<String> fields) {
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return !quoted;
    }

    List<String> header() {
        return List.copyOf(header);
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    void fault(int line, String what) {
        faults.add(name + ":" + line + ": " + what);
    }

    /** The field as the parser makes it; empty, with a fault, when it is missing, blank or malformed. */
    <T> Optional<T> parse(Row row, String column, String expected, Function<String, T> parser) {
        String text = row.fields().getOrDefault(column, "");
        try {
            if (!text.isBlank()) {
                return Optional.of(parser.apply(text));
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            // NumberFormatException is one; said below, with the place
        }
        fault(row.line(), column + " is '" + text + "', not " + expected);
        return Optional.empty();
    }

    /** Each as {@code file:line: what}. */
    List<String> faults() {
        return List.copyOf(faults);
    }
}
