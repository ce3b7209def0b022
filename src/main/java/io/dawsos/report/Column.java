package io.dawsos.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * A column of a table.
 *
 * @param path where its value lies in a row, names separated by dots
 * @param width in per cent of the table; 0 leaves it to the page
 */
record Column(String title, String path, Format format, int width) {

    static Column text(String title, String path) {
        return new Column(title, path, Format.TEXT, 0);
    }

    static Column money(String title, String path) {
        return new Column(title, path, Format.MONEY, 0);
    }

    static Column percent(String title, String path) {
        return new Column(title, path, Format.PERCENT, 0);
    }

    static Column of(String title, String path, Format format) {
        return new Column(title, path, format, 0);
    }

    Column wide(int percent) {
        return new Column(title, path, format, percent);
    }

    /** Class of its cells; public for the templates. */
    public String css() {
        return format.number() ? "num" : "text";
    }

    /** The value of this column in a row. */
    JsonNode of(JsonNode row) {
        return at(row, path);
    }

    static JsonNode at(JsonNode from, String path) {
        JsonNode found = from;
        for (String name : path.split("\\.", -1)) {
            found = found.path(name);
        }
        return found.isNull() ? MissingNode.getInstance() : found;
    }
}
