package io.dawsos.capability;

import com.fasterxml.jackson.databind.JavaType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Java types of request records, in the words of patterns. */
final class ArgumentKinds {

    private ArgumentKinds() {}

    static String of(JavaType type) {
        Class<?> raw = type.getRawClass();
        if (raw == UUID.class) {
            return "uuid";
        }
        if (raw == LocalDate.class) {
            return "date";
        }
        if (CharSequence.class.isAssignableFrom(raw) || raw.isEnum()) {
            return "string";
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return "boolean";
        }
        return ofNumberOrStructure(type, raw);
    }

    private static String ofNumberOrStructure(JavaType type, Class<?> raw) {
        if (raw == int.class || raw == long.class || raw == Integer.class || raw == Long.class) {
            return "integer";
        }
        if (raw == double.class || raw == Double.class || raw == BigDecimal.class) {
            return "number";
        }
        if (type.isCollectionLikeType() || type.isArrayType()) {
            return "array";
        }
        return raw.isRecord() || Map.class.isAssignableFrom(raw) ? "object" : "any";
    }
}
