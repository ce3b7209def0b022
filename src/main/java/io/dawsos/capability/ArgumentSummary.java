package io.dawsos.capability;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Arguments as a trace shows them: scalars as they are, anything else as type and size, so that no trace carries holdings. */
final class ArgumentSummary {

    private static final int LONGEST_TEXT = 100;

    private ArgumentSummary() {}

    static Map<String, @Nullable Object> of(Map<String, @Nullable Object> arguments) {
        for (Object value : arguments.values()) {
            if (value != null && of(value) != value) {
                return changed(arguments);
            }
        }
        return arguments;
    }

    private static Map<String, @Nullable Object> changed(Map<String, @Nullable Object> arguments) {
        Map<String, @Nullable Object> summary = new LinkedHashMap<>();
        arguments.forEach((name, value) -> summary.put(name, value == null ? null : of(value)));
        return summary;
    }

    private static Object of(Object value) {
        if (value instanceof Number || value instanceof Boolean || value instanceof Temporal || value instanceof UUID) {
            return value;
        }
        if (value instanceof CharSequence text) {
            return text.length() > LONGEST_TEXT ? "string(" + text.length() + ")" : text.toString();
        }
        if (value instanceof Collection<?> items) {
            return "array(" + items.size() + ")";
        }
        if (value instanceof Map<?, ?> members) {
            return "object(" + members.size() + ")";
        }
        return value instanceof JsonNode node ? ofNode(node) : "object";
    }

    private static Object ofNode(JsonNode node) {
        if (node.isValueNode()) {
            return node.isTextual() ? of(node.textValue()) : node;
        }
        return (node.isArray() ? "array(" : "object(") + node.size() + ")";
    }
}
