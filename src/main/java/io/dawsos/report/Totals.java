package io.dawsos.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** The last row of a table: totals that the answer states, and sums of columns that it has no total of. */
record Totals(ObjectNode row) {

    static Totals of(String path, JsonNode value) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        if (value.isNumber()) {
            row.set(path, value);
        }
        return new Totals(row);
    }

    /** With the sums of these columns; a column in which a row has no number has no sum. */
    Totals summed(JsonNode rows, String... columns) {
        ObjectNode all = row.deepCopy();
        for (String column : columns) {
            BigDecimal sum = BigDecimal.ZERO;
            boolean whole = !rows.isEmpty();
            for (JsonNode one : rows) {
                whole &= one.path(column).isNumber();
                sum = sum.add(one.path(column).decimalValue());
            }
            if (whole) {
                all.put(column, sum);
            }
        }
        return new Totals(all);
    }
}
