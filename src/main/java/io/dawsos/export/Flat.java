package io.dawsos.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An object without levels: {@code {"a":{"b":1}}} has {@code a.b}.
 *
 * @param scalars single values by path
 * @param lists lists by path
 */
record Flat(Map<String, JsonNode> scalars, Map<String, JsonNode> lists) {

    static Flat of(JsonNode object, List<String> order) {
        SortedMap<String, JsonNode> scalars = new TreeMap<>();
        SortedMap<String, JsonNode> lists = new TreeMap<>();
        collect("", object, scalars, lists);
        return new Flat(sorted(scalars, order), sorted(lists, order));
    }

    /** Adds the paths alone: what a table of many rows needs to know of each. */
    static void names(String prefix, JsonNode object, Set<String> scalars, Set<String> lists) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String path = prefix.isEmpty() ? member.getKey() : prefix + member.getKey();
            JsonNode value = member.getValue();
            if (value.isObject()) {
                names(path + ".", value, scalars, lists);
            } else if (value.isArray()) {
                lists.add(path);
            } else {
                scalars.add(path);
            }
        }
    }

    private static void collect(
            String prefix, JsonNode object, Map<String, JsonNode> scalars, Map<String, JsonNode> lists) {
        object.properties().forEach(member -> {
            String path = prefix + member.getKey();
            JsonNode value = member.getValue();
            if (value.isObject()) {
                collect(path + ".", value, scalars, lists);
            } else if (value.isArray()) {
                lists.put(path, value);
            } else {
                scalars.put(path, value);
            }
        });
    }

    private static Map<String, JsonNode> sorted(SortedMap<String, JsonNode> members, List<String> order) {
        Map<String, JsonNode> sorted = new LinkedHashMap<>();
        ordered(members.keySet(), order).forEach(name -> {
            JsonNode value = members.get(name);
            if (value != null) {
                sorted.put(name, value);
            }
        });
        return sorted;
    }

    /** Names in the order that is known, then the others sorted. */
    static List<String> ordered(Collection<String> names, List<String> order) {
        List<String> ordered = new ArrayList<>();
        order.stream().filter(names::contains).forEach(ordered::add);
        names.stream().filter(name -> !order.contains(name)).sorted().forEach(ordered::add);
        return ordered;
    }
}
