package io.dawsos.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * The objects of a list, or of a list inside each object of another, with what says which row they belong to.
 *
 * @param columns of what says so; none for a list that is in no other
 */
record Lineage(List<String> columns, List<Item> items) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** One object. */
    record Item(List<JsonNode> parents, JsonNode value) {

        /** The values of its row. */
        List<JsonNode> cells(List<String> columns) {
            List<JsonNode> cells = new ArrayList<>(parents.size() + columns.size());
            cells.addAll(parents);
            columns.forEach(column -> cells.add(at(column)));
            return cells;
        }

        /** A value by its path; keys may hold dots themselves. */
        JsonNode at(String path) {
            return at(value, path);
        }

        private static JsonNode at(JsonNode object, String path) {
            JsonNode whole = object.get(path);
            for (int dot = path.indexOf('.'); whole == null && dot > 0; dot = path.indexOf('.', dot + 1)) {
                JsonNode part = object.get(path.substring(0, dot));
                whole = part == null || !part.isObject() ? null : at(part, path.substring(dot + 1));
                if (whole != null && whole.isMissingNode()) {
                    whole = null;
                }
            }
            return whole == null ? JSON.missingNode() : whole;
        }
    }

    /** The objects of a list that is in no other; what is no object in it stands as one with a single value. */
    static Lineage of(JsonNode list) {
        List<Item> items = new ArrayList<>(list.size());
        list.forEach(value -> items.add(new Item(List.of(), object(value))));
        return new Lineage(List.of(), items);
    }

    /** The objects of the lists at {@code member}, each with the number of its row here and that row's value in {@code first}. */
    Lineage inside(String member, String first) {
        List<Item> inner = new ArrayList<>();
        for (int row = 0; row < items.size(); row++) {
            Item item = items.get(row);
            List<JsonNode> parents = new ArrayList<>();
            parents.add(JSON.numberNode(row + 1));
            if (!first.isEmpty()) {
                parents.add(item.at(first));
            }
            item.at(member).forEach(value -> inner.add(new Item(parents, object(value))));
        }
        List<String> names = new ArrayList<>(List.of("parent_row"));
        if (!first.isEmpty()) {
            names.add("parent_" + first);
        }
        return new Lineage(names, inner);
    }

    private static JsonNode object(JsonNode value) {
        return value.isObject() ? value : JSON.objectNode().set("value", value);
    }
}
