package io.dawsos.pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Run-time values inside a text: null is nothing, a number plain digits, a date ISO, a structure compact JSON. */
final class Texts {

    private static final JsonMapper JSON = new JsonMapper();

    private Texts() {}

    static String of(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Number number) {
            return PlainValues.text(number);
        }
        return isStructure(value) ? json(value) : value.toString();
    }

    private static boolean isStructure(Object value) {
        return value instanceof Map<?, ?>
                || value instanceof Collection<?>
                || value instanceof Record
                || value.getClass().isArray();
    }

    private static String json(Object structure) {
        try {
            return JSON.writeValueAsString(copy(structure));
        } catch (JsonProcessingException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Only maps, lists, numbers, booleans, JSON and text are left, so that Jackson needs no module to write it. */
    private static @Nullable Object copy(@Nullable Object wrapped) {
        Object value = Members.unwrap(wrapped);
        if (value instanceof Record record) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            Members.ofRecord(record).forEach((name, accessor) -> map.put(name, copy(Members.call(accessor, record))));
            return map;
        }
        if (value instanceof Map<?, ?> entries) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            entries.forEach((name, member) -> map.put(String.valueOf(name), copy(member)));
            return map;
        }
        if (value instanceof Collection<?> elements) {
            List<@Nullable Object> list = new ArrayList<>(elements.size());
            elements.forEach(element -> list.add(copy(element)));
            return list;
        }
        if (value != null && value.getClass().isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                list.add(copy(Array.get(value, i)));
            }
            return list;
        }
        boolean scalar =
                value == null || value instanceof Number || value instanceof Boolean || value instanceof JsonNode;
        return scalar ? value : String.valueOf(value);
    }
}
