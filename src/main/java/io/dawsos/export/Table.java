package io.dawsos.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A table of an export.
 *
 * @param name output, then the members that lead to it: {@code valued_positions.positions}
 * @param rows made while they are gone through, each with a value a column
 */
record Table(String name, List<String> columns, Iterable<List<JsonNode>> rows) {
    Table {
        columns = List.copyOf(columns);
    }
}
