package io.dawsos.capability;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.ClassUtil;
import java.util.Collection;

/** Gives a value the type an argument asks for: as it is where it fits already, else through JSON without rounding. */
final class ValueConverter {

    private final JsonMapper mapper;

    ValueConverter(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Throws {@link IllegalArgumentException} saying what was expected. */
    Object convert(Object value, JavaType type) {
        if (fits(value, type)) {
            return value;
        }
        if (value instanceof Integer number && ClassUtil.wrapperType(type.getRawClass()) == Long.class) {
            return number.longValue();
        }
        try {
            JsonNode tree = value instanceof JsonNode node ? node : mapper.valueToTree(value);
            Object converted = mapper.treeToValue(tree, type);
            if (converted == null) {
                throw new IllegalArgumentException("is null; " + ArgumentKinds.of(type) + " expected");
            }
            return converted;
        } catch (JsonMappingException e) {
            throw new IllegalArgumentException(misfit(value, type, e), e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    private static String misfit(Object value, JavaType type, JsonMappingException cause) {
        String path = cause.getPath().isEmpty() ? "" : " at " + path(cause);
        return "is " + describe(value) + ", not " + ArgumentKinds.of(type) + path;
    }

    private static String path(JsonMappingException cause) {
        StringBuilder pointer = new StringBuilder();
        cause.getPath()
                .forEach(step -> pointer.append('/')
                        .append(step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName()));
        return pointer.toString();
    }

    private static String describe(Object value) {
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        boolean textual = value instanceof CharSequence || (value instanceof JsonNode node && node.isTextual());
        String text = textual ? value.toString() : "";
        if (text.isEmpty()) {
            return value instanceof Collection ? "an array" : "an object";
        }
        return "the text '" + (text.length() > 40 ? text.substring(0, 40) + "..." : text) + "'";
    }

    private static boolean fits(Object value, JavaType type) {
        Class<?> raw = type.getRawClass();
        if (raw.isPrimitive()) {
            return ClassUtil.wrapperType(raw).isInstance(value);
        }
        if (!raw.isInstance(value)) {
            return false;
        }
        return !type.isCollectionLikeType() || elementsFit((Collection<?>) value, type.getContentType());
    }

    private static boolean elementsFit(Collection<?> values, JavaType element) {
        return values.stream().allMatch(value -> fits(value, element));
    }
}
