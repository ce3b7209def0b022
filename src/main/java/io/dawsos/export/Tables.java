package io.dawsos.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The tables of an answer. Of each output: its single values, one a row; its plain lists, one a column; and for each list of objects
 * one, in whose columns objects inside a row stand as {@code a.b}. Lists inside the rows become tables of their own, which say the number
 * of the row above and its first value. Charts draw what other outputs hold, and are none.
 */
final class Tables {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String CHARTS = "charts.";

    private final ColumnOrders orders;
    private final String capability;
    private final List<Table> found = new ArrayList<>();

    private Tables(ColumnOrders orders, String capability) {
        this.orders = orders;
        this.capability = capability;
    }

    /** In the order of the outputs; an output that was skipped has none. */
    static List<Table> of(JsonNode response, ColumnOrders orders) {
        Map<String, String> capabilities = new TreeMap<>();
        response.path("trace")
                .path("steps")
                .forEach(step -> capabilities.put(
                        step.path("step").asText(), step.path("capability").asText()));
        List<Table> tables = new ArrayList<>();
        response.path("data").properties().forEach(output -> {
            String capability = capabilities.getOrDefault(output.getKey(), "");
            if (!capability.startsWith(CHARTS)) {
                Tables one = new Tables(orders, capability);
                one.value(output.getKey(), output.getValue());
                tables.addAll(one.found);
            }
        });
        return tables;
    }

    private void value(String name, JsonNode value) {
        if (value.isObject()) {
            object(name, "", value);
        } else if (value.isArray() && holdsObjects(value)) {
            rows(name, "[]", Lineage.of(value));
        } else if (value.isArray()) {
            lists(name + ".values", Map.of("value", value), List.of());
        } else if (!value.isNull()) {
            found.add(new Table(name, List.of("field", "value"), List.of(List.of(JSON.textNode("value"), value))));
        }
    }

    private void object(String name, String path, JsonNode object) {
        Flat flat = Flat.of(object, orders.columns(capability, path));
        if (!flat.scalars().isEmpty()) {
            List<List<JsonNode>> rows = new ArrayList<>();
            flat.scalars().forEach((field, value) -> rows.add(List.of(JSON.textNode(field), value)));
            found.add(new Table(name, List.of("field", "value"), rows));
        }
        Map<String, JsonNode> plain = new LinkedHashMap<>();
        flat.lists().forEach((field, list) -> {
            String inside = (path.isEmpty() ? "" : path + ".") + field + "[]";
            if (holdsObjects(list) || !orders.columns(capability, inside).isEmpty()) {
                rows(name + "." + field, inside, Lineage.of(list));
            } else {
                plain.put(field, list);
            }
        });
        if (!plain.isEmpty()) {
            lists(name + ".values", plain, orders.columns(capability, path));
        }
    }

    private static boolean holdsObjects(JsonNode list) {
        return list.path(0).isObject();
    }

    /** Plain lists side by side; the shorter ones end with empty cells. */
    private void lists(String name, Map<String, JsonNode> lists, List<String> order) {
        List<String> columns = Flat.ordered(lists.keySet(), order);
        int longest = lists.values().stream().mapToInt(JsonNode::size).max().orElse(0);
        if (longest > 0) {
            found.add(new Table(
                    name,
                    columns,
                    Rows.lazily(
                            longest,
                            row -> columns.stream()
                                    .map(column -> lists.getOrDefault(column, JSON.arrayNode())
                                            .path(row))
                                    .toList())));
        }
    }

    private void rows(String name, String path, Lineage lineage) {
        List<String> known = orders.columns(capability, path);
        Set<String> scalars = new LinkedHashSet<>();
        Set<String> nested = new LinkedHashSet<>();
        lineage.items().forEach(item -> Flat.names("", item.value(), scalars, nested));
        known.stream()
                .filter(column -> !nested.contains(column))
                .filter(column ->
                        orders.columns(capability, path + "." + column + "[]").isEmpty())
                .forEach(scalars::add);
        List<String> own = Flat.ordered(scalars, known);
        List<String> columns = new ArrayList<>(lineage.columns());
        columns.addAll(own);
        found.add(new Table(name, columns, Rows.mapped(lineage.items(), item -> item.cells(own))));
        String first = own.isEmpty() ? "" : own.get(0);
        for (String list : Flat.ordered(nested, known)) {
            rows(name + "." + list, path + "." + list + "[]", lineage.inside(list, first));
        }
    }
}
