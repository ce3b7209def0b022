package io.dawsos.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Any other output: its single values as a list, each of its arrays as a table. Nothing is left out; a table with more columns than a page
 * holds comes in parts that repeat the first column.
 */
final class GenericSections {

    private static final int COLUMNS = 7;

    private GenericSections() {}

    static List<Block> of(JsonNode output) {
        List<Block> blocks = new ArrayList<>();
        add(blocks, "", output);
        return blocks;
    }

    private static void add(List<Block> blocks, String path, JsonNode node) {
        if (node.isArray()) {
            blocks.addAll(tables(heading(path), node));
        } else if (node.isObject()) {
            addObject(blocks, path, node);
        } else {
            blocks.add(new Block.Facts(
                    heading(path),
                    List.of(new Block.Tile(
                            "Value", FieldFormat.of("value", node).cell(node)))));
        }
    }

    private static void addObject(List<Block> blocks, String path, JsonNode node) {
        List<Block.Tile> facts = new ArrayList<>();
        List<Map.Entry<String, JsonNode>> nested = new ArrayList<>();
        List<String> parallel = parallel(node);
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            JsonNode value = field.getValue();
            if (value.isContainerNode() && !parallel.contains(field.getKey())) {
                nested.add(field);
            } else if (!value.isContainerNode()) {
                facts.add(new Block.Tile(
                        title(field.getKey()),
                        FieldFormat.of(field.getKey(), value).cell(value)));
            }
        }
        if (!facts.isEmpty()) {
            blocks.add(new Block.Facts(heading(path), facts));
        }
        if (!parallel.isEmpty()) {
            blocks.addAll(tables(heading(path), zipped(node, parallel)));
        }
        for (Map.Entry<String, JsonNode> field : nested) {
            if (!field.getValue().isEmpty()) {
                add(blocks, path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue());
            }
        }
    }

    /** Arrays of single values, all of one length: columns of one table. */
    private static List<String> parallel(JsonNode node) {
        List<String> names = new ArrayList<>();
        Set<Integer> sizes = new LinkedHashSet<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            JsonNode value = field.getValue();
            if (value.isArray()
                    && !value.isEmpty()
                    && TableBlocks.list(value).stream().allMatch(JsonNode::isValueNode)) {
                names.add(field.getKey());
                sizes.add(value.size());
            }
        }
        return names.size() > 1 && sizes.size() == 1 ? names : List.of();
    }

    private static JsonNode zipped(JsonNode node, List<String> names) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < node.path(names.get(0)).size(); i++) {
            ObjectNode row = rows.addObject();
            for (String name : names) {
                row.set(name, node.path(name).path(i));
            }
        }
        return rows;
    }

    private static List<Block> tables(String caption, JsonNode rows) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        rows.forEach(row -> collect(fields, "", row));
        List<Column> columns = fields.entrySet().stream()
                .map(field -> Column.of(
                        field.getKey().isEmpty() ? "Value" : title(field.getKey()),
                        field.getKey(),
                        FieldFormat.of(field.getKey(), field.getValue())))
                .toList();
        List<JsonNode> all = TableBlocks.list(rows);
        List<Block> blocks = new ArrayList<>();
        for (int from = 0; from < columns.size(); from += from == 0 ? COLUMNS : COLUMNS - 1) {
            List<Column> part = new ArrayList<>();
            if (from > 0) {
                part.add(columns.get(0));
            }
            part.addAll(columns.subList(from, Math.min(columns.size(), from + COLUMNS - part.size())));
            blocks.add(TableBlocks.of(from == 0 ? caption : caption + ", further columns", all, part));
        }
        return blocks;
    }

    /** Paths of single values within a row, with the first value of each. */
    private static void collect(Map<String, JsonNode> fields, String path, JsonNode node) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> collect(
                            fields, path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue()));
        } else if (!fields.containsKey(path) || fields.get(path).isNull()) {
            fields.put(path, node);
        }
    }

    private static String heading(String path) {
        return path.isEmpty() ? "Values" : title(path);
    }

    /** {@code base.fx_effect} is "Base fx effect". */
    static String title(String path) {
        String words = path.replace('_', ' ').replace('.', ' ').strip();
        return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
