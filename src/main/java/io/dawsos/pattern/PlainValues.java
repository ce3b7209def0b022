package io.dawsos.pattern;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as plain Java objects: text is {@code String}, a whole number {@code Long} ({@code BigInteger} when larger), another number
 * {@code BigDecimal}, an object an unmodifiable {@code Map} in file order, an array an unmodifiable {@code List}, null is null.
 */
public final class PlainValues {

    private PlainValues() {}

    /** The value as a plain Java object. */
    public static @Nullable Object of(JsonNode json) {
        return switch (json.getNodeType()) {
            case STRING -> json.textValue();
            case NUMBER -> number(json);
            case BOOLEAN -> json.booleanValue();
            case ARRAY -> list(json);
            case OBJECT -> map(json);
            case NULL, MISSING -> null;
            case BINARY, POJO -> json.asText();
        };
    }

    private static Object number(JsonNode json) {
        if (json.isIntegralNumber()) {
            return json.canConvertToLong() ? (Object) json.longValue() : (Object) json.bigIntegerValue();
        }
        return json.isBigDecimal() ? json.decimalValue() : json.numberValue();
    }

    private static List<@Nullable Object> list(JsonNode json) {
        List<@Nullable Object> list = new ArrayList<>(json.size());
        json.forEach(element -> list.add(of(element)));
        return Collections.unmodifiableList(list);
    }

    private static Map<String, @Nullable Object> map(JsonNode json) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        json.properties().forEach(member -> map.put(member.getKey(), of(member.getValue())));
        return Collections.unmodifiableMap(map);
    }

    /** A number as text, in plain digits unless that would be absurdly long. */
    static String text(Number number) {
        if (number instanceof BigDecimal decimal) {
            return Math.abs((long) decimal.scale()) > 100 ? decimal.toString() : decimal.toPlainString();
        }
        if (number instanceof Double real && Double.isFinite(real)) {
            return text(BigDecimal.valueOf(real));
        }
        if (number instanceof BigInteger integer) {
            return integer.toString();
        }
        return String.valueOf(number);
    }
}
