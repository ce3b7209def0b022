package io.dawsos.capability;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * One argument of a capability.
 *
 * @param name snake case, as patterns write it
 * @param kind JSON kind: uuid, integer, number, string, boolean, date, array, object, any
 * @param type Java type that its value is converted to, without the {@code Optional}
 * @param optional whether the request record takes an {@code Optional}
 * @param defaultValue taken when it is absent or null
 * @param unit unit of a number; empty when it has none
 */
public record Argument(
        String name,
        String kind,
        JavaType type,
        boolean optional,
        Optional<JsonNode> defaultValue,
        String doc,
        String unit,
        long min,
        long max) {

    /** Whether a pattern must give it. */
    public boolean required() {
        return !optional && defaultValue.isEmpty();
    }
}
