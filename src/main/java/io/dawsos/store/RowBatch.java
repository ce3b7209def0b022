package io.dawsos.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Inserts many rows with one statement and one array a column. COPY would be as fast, but PostgreSQL refuses it on tables with row level
 * security.
 *
 * @param <T> what a row is made of
 */
final class RowBatch<T> {

    /** Rows a statement: bounds the memory, not the number of rows. The next ones are written out while the database takes these. */
    private static final int ROWS = 8_000;

    private record Column<T>(String name, String type, Function<T, ?> value) {}

    private final String table;
    private final List<Column<T>> columns = new ArrayList<>();
    private String condition = "";
    private String conflict = "";

    RowBatch(String table) {
        this.table = table;
    }

    /**
     * @param type its PostgreSQL type
     * @param value taken from the row; an empty {@link Optional} is null
     */
    RowBatch<T> column(String name, String type, Function<T, ?> value) {
        columns.add(new Column<>(name, type, value));
        return this;
    }

    /** Rows that are there already are left as they are. */
    RowBatch<T> keepingExisting() {
        conflict = " on conflict do nothing";
        return this;
    }

    /** Rows that are there already take these columns from the new ones. */
    RowBatch<T> replacing(String key, String... replaced) {
        String values = Arrays.stream(replaced)
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        conflict = " on conflict (" + key + ") do update set " + values;
        return this;
    }

    /** Inserts only some; {@code where} begins with that word and sees the new values, as texts, in {@code rows}. */
    RowBatch<T> onlyRows(String where) {
        condition = where;
        return this;
    }

    void insert(JdbcTemplate jdbc, List<T> rows) {
        String sql = statement();
        CompletableFuture<List<@Nullable String[]>> next = CompletableFuture.completedFuture(part(rows, 0));
        for (int start = 0; start < rows.size(); start += ROWS) {
            List<@Nullable String[]> arrays = next.join();
            int after = start + ROWS;
            if (after < rows.size()) {
                next = CompletableFuture.supplyAsync(() -> part(rows, after));
            }
            jdbc.update(connection -> prepare(connection, sql, arrays));
        }
    }

    private List<@Nullable String[]> part(List<T> rows, int start) {
        return arrays(rows.subList(start, Math.min(rows.size(), start + ROWS)));
    }

    /** The insert, with one {@code ?} a column. */
    String statement() {
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String values = columns.stream()
                .map(column -> "cast(rows." + column.name() + " as " + column.type() + ")")
                .collect(Collectors.joining(", "));
        String arrays = String.join(", ", Collections.nCopies(columns.size(), "?::text[]"));
        return "insert into " + table + " (" + names + ") select " + values + " from unnest(" + arrays + ") as rows("
                + names + ")" + condition + conflict;
    }

    /** What the insert takes for these rows: a text array a column, in order. */
    List<@Nullable String[]> arrays(List<T> rows) {
        List<@Nullable String[]> arrays = new ArrayList<>(columns.size());
        for (Column<T> column : columns) {
            @Nullable String[] texts = new String[rows.size()];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = text(column.value().apply(rows.get(i)));
            }
            arrays.add(texts);
        }
        return arrays;
    }

    private static PreparedStatement prepare(Connection connection, String sql, List<@Nullable String[]> arrays)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arrays.size(); i++) {
            statement.setArray(i + 1, connection.createArrayOf("text", arrays.get(i)));
        }
        return statement;
    }

    /** As PostgreSQL reads it: the exact digits of decimals and doubles are kept. */
    private static @Nullable String text(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(RowBatch::text).orElse(null);
        }
        if (value instanceof Collection<?> elements) {
            return elements.stream()
                    .map(element ->
                            '"' + element.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }
}
