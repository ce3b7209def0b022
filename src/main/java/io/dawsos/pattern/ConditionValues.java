package io.dawsos.pattern;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.values.NullValue;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Run-time values as CEL knows them: whole numbers {@code Long}, others {@code Double}, days and ids text, records maps, null CEL's own null.
 * Lists and maps are views: an element is converted when a condition looks at it.
 */
final class ConditionValues {

    private ConditionValues() {}

    static Object of(@Nullable Object wrapped) {
        Object value = Members.unwrap(wrapped);
        if (value == null) {
            return NullValue.NULL_VALUE;
        }
        if (value instanceof String || value instanceof Boolean || value instanceof Long || value instanceof Double) {
            return value;
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof Record || value instanceof Map<?, ?>) {
            return new MapView(() -> members(value));
        }
        if (value instanceof List<?> list) {
            return new ListView(list);
        }
        if (value instanceof Collection<?> collection) {
            return new ListView(new ArrayList<>(collection));
        }
        return value instanceof JsonNode json ? of(PlainValues.of(json)) : arrayOrText(value);
    }

    private static Object arrayOrText(Object value) {
        if (!value.getClass().isArray()) {
            return value.toString();
        }
        List<@Nullable Object> elements = new ArrayList<>();
        for (int i = 0; i < Array.getLength(value); i++) {
            elements.add(Array.get(value, i));
        }
        return new ListView(elements);
    }

    private static Object number(Number number) {
        if (number instanceof BigDecimal decimal) {
            boolean whole = decimal.scale() <= 0 && decimal.precision() - (long) decimal.scale() <= 18;
            return whole ? (Object) decimal.longValue() : (Object) decimal.doubleValue();
        }
        if (number instanceof BigInteger integer) {
            return integer.bitLength() < Long.SIZE ? (Object) integer.longValue() : (Object) integer.doubleValue();
        }
        return number instanceof Float ? (Object) number.doubleValue() : (Object) number.longValue();
    }

    private static Map<String, Object> members(Object value) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (value instanceof Record record) {
            for (Map.Entry<String, MethodHandle> member :
                    Members.ofRecord(record).entrySet()) {
                members.put(member.getKey(), of(Members.call(member.getValue(), record)));
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> members.put(String.valueOf(name), of(member)));
        }
        return members;
    }

    private static final class ListView extends AbstractList<Object> {
        private final List<? extends @Nullable Object> list;

        ListView(List<? extends @Nullable Object> list) {
            this.list = list;
        }

        @Override
        public Object get(int index) {
            return of(list.get(index));
        }

        @Override
        public int size() {
            return list.size();
        }
    }

    private static final class MapView extends AbstractMap<String, Object> {
        private final Supplier<Map<String, Object>> source;
        private @Nullable Map<String, Object> members;

        MapView(Supplier<Map<String, Object>> source) {
            this.source = source;
        }

        private Map<String, Object> members() {
            Map<String, Object> known = members;
            if (known == null) {
                known = source.get();
                members = known;
            }
            return known;
        }

        @Override
        public Set<Map.Entry<String, Object>> entrySet() {
            return members().entrySet();
        }

        @Override
        public boolean containsKey(Object name) {
            return members().containsKey(name);
        }

        @Override
        public @Nullable Object get(Object name) {
            return members().get(name);
        }
    }
}
