package io.dawsos.pattern;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Members of run-time values, under the names that they have in JSON: a record's {@code marketValue} is {@code market_value}. What is not
 * there is null. Nothing here throws but an accessor of a record that throws itself.
 */
final class Members {

    private static final String LENGTH = "length";
    private static final PropertyNamingStrategies.SnakeCaseStrategy SNAKE_CASE =
            new PropertyNamingStrategies.SnakeCaseStrategy();

    /** Accessors of each record class, found once. */
    private static final ClassValue<Map<String, MethodHandle>> ACCESSORS = new ClassValue<>() {
        @Override
        protected Map<String, MethodHandle> computeValue(Class<?> type) {
            return accessors(type);
        }
    };

    private Members() {}

    /** The member of that name, unwrapped; null when there is none. */
    static @Nullable Object named(@Nullable Object value, String name) {
        if (value instanceof Map<?, ?> map) {
            return unwrap(entry(map, name));
        }
        if (value instanceof Record) {
            MethodHandle accessor = ACCESSORS.get(value.getClass()).get(name);
            return accessor == null ? null : unwrap(call(accessor, value));
        }
        if (value instanceof JsonNode json && json.isObject()) {
            return unwrap(json.get(name));
        }
        return name.equals(LENGTH) ? length(value) : null;
    }

    /** The element at that index, unwrapped; null when there is none. */
    static @Nullable Object at(@Nullable Object value, int index) {
        if (value instanceof List<?> list) {
            return index < list.size() ? unwrap(list.get(index)) : null;
        }
        if (value instanceof JsonNode json) {
            return unwrap(json.get(index));
        }
        if (value != null && value.getClass().isArray()) {
            return index < Array.getLength(value) ? unwrap(Array.get(value, index)) : null;
        }
        return null;
    }

    /** Members of a record by their JSON name, in the order of their declaration. */
    static Map<String, MethodHandle> ofRecord(Record value) {
        return ACCESSORS.get(value.getClass());
    }

    static @Nullable Object call(MethodHandle accessor, Object value) {
        try {
            return accessor.invokeExact(value);
        } catch (RuntimeException | Error fault) {
            throw fault;
        } catch (Throwable fault) {
            throw new IllegalStateException("an accessor of a record threw", fault);
        }
    }

    /** What an Optional holds, a JSON scalar as a plain value; anything else as it is. */
    static @Nullable Object unwrap(@Nullable Object value) {
        if (value instanceof JsonNode json) {
            return json.isContainerNode() ? json : PlainValues.of(json);
        }
        if (value instanceof Optional<?> optional) {
            return unwrap(optional.orElse(null));
        }
        if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? (Object) optional.getAsInt() : null;
        }
        if (value instanceof OptionalLong optional) {
            return optional.isPresent() ? (Object) optional.getAsLong() : null;
        }
        if (value instanceof OptionalDouble optional) {
            return optional.isPresent() ? (Object) optional.getAsDouble() : null;
        }
        return value;
    }

    private static @Nullable Object length(@Nullable Object value) {
        if (value instanceof Collection<?> collection) {
            return (long) collection.size();
        }
        if (value instanceof CharSequence text) {
            return (long) text.length();
        }
        if (value instanceof JsonNode json && json.isArray()) {
            return (long) json.size();
        }
        return value != null && value.getClass().isArray() ? (Object) (long) Array.getLength(value) : null;
    }

    private static @Nullable Object entry(Map<?, ?> map, String name) {
        // a sorted map with other keys would throw, a hash map would not find what prints the same
        if (map.isEmpty() || map.keySet().iterator().next() instanceof String) {
            return map.isEmpty() ? null : map.get(name);
        }
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (name.equals(String.valueOf(entry.getKey()))) {
                return entry.getValue();
            }
        }
        return null;
    }

    private static Map<String, MethodHandle> accessors(Class<?> type) {
        Map<String, MethodHandle> accessors = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Method accessor = component.getAccessor();
            JsonProperty renamed = accessor.getAnnotation(JsonProperty.class);
            String name = renamed == null || renamed.value().isEmpty()
                    ? SNAKE_CASE.translate(component.getName())
                    : renamed.value();
            accessors.put(name, handle(accessor));
        }
        return accessors;
    }

    private static MethodHandle handle(Method accessor) {
        try {
            accessor.setAccessible(true);
            return MethodHandles.lookup().unreflect(accessor).asType(MethodType.methodType(Object.class, Object.class));
        } catch (IllegalAccessException fault) {
            throw new IllegalStateException("cannot read " + accessor, fault);
        }
    }
}
