package io.dawsos.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The last row of a table whose answer states single totals. */
final class Totals {

    private Totals() {}

    static JsonNode of(String path, JsonNode value) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        if (value.isNumber()) {
            row.set(path, value);
        }
        return row;
    }
}
