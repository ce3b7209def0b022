package io.dawsos.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/** Rows of an answer as tables. */
final class TableBlocks {

    private TableBlocks() {}

    static Block.Table of(String caption, JsonNode rows, List<Column> columns) {
        return of(caption, list(rows), columns);
    }

    static Block.Table of(String caption, List<JsonNode> rows, List<Column> columns) {
        List<Integer> places =
                columns.stream().map(column -> places(rows, column)).toList();
        return new Block.Table(
                caption,
                columns,
                rows.stream().map(row -> cells(row, columns, places)).toList(),
                List.of());
    }

    /** The same with a last row: "Total" in the first column, and the columns of {@code total}. */
    static Block.Table withTotal(Block.Table table, JsonNode total) {
        List<Cell> cells = new ArrayList<>();
        for (Column column : table.columns()) {
            JsonNode value = column.of(total);
            boolean shown = column.format().number() && value.isNumber();
            cells.add(shown ? column.format().cell(value) : new Cell(cells.isEmpty() ? "Total" : "", column.css()));
        }
        return new Block.Table(table.caption(), table.columns(), table.rows(), cells);
    }

    static List<JsonNode> list(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }

    /** Largest first; equals stay in their order. */
    static List<JsonNode> descending(JsonNode rows, String path) {
        return list(rows).stream()
                .sorted(Comparator.comparingDouble(
                                (JsonNode row) -> Column.at(row, path).asDouble())
                        .reversed())
                .toList();
    }

    private static int places(List<JsonNode> rows, Column column) {
        return column.format().varies()
                ? rows.stream()
                        .mapToInt(row -> column.format().places(column.of(row)))
                        .max()
                        .orElse(0)
                : 0;
    }

    private static List<Cell> cells(JsonNode row, List<Column> columns, List<Integer> places) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            cells.add(column.format().cell(column.of(row), places.get(i)));
        }
        return cells;
    }
}
