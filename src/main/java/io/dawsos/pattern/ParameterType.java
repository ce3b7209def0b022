package io.dawsos.pattern;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Types of pattern inputs and of capability arguments, by their JSON names ({@code uuid}, {@code integer}, ...). */
public enum ParameterType {
    /** 36 characters, as RFC 9562 writes it. */
    UUID("a uuid"),
    /** A whole number of at most 64 bits. */
    INTEGER("an integer"),
    /** Any JSON number that a double could hold the size of. */
    NUMBER("a number"),
    /** Any text. */
    STRING("a string"),
    /** True or false. */
    BOOLEAN("true or false"),
    /** A day, {@code yyyy-mm-dd}. */
    DATE("a date (yyyy-mm-dd)"),
    /** A JSON array. */
    ARRAY("an array"),
    /** A JSON object. */
    OBJECT("an object"),
    /** Whatever it is; for arguments only. */
    ANY("a value");

    private static final java.util.regex.Pattern UUID_SHAPE =
            java.util.regex.Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int DATE_LENGTH = 10;
    private static final int MOST_DIGITS = 400;

    private final String words;

    ParameterType(String words) {
        this.words = words;
    }

    /** The type as patterns write it. */
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type with an article, for messages: {@code an integer}. */
    public String words() {
        return words;
    }

    /** The type with this JSON name. */
    public static Optional<ParameterType> of(String json) {
        for (ParameterType type : values()) {
            if (type.json().equals(json)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Whether a JSON value is of this type; null is of none but {@link #ANY}. */
    public boolean accepts(JsonNode value) {
        return switch (this) {
            case UUID ->
                value.isTextual() && UUID_SHAPE.matcher(value.textValue()).matches();
            case INTEGER -> value.isNumber() && value.canConvertToExactIntegral() && value.canConvertToLong();
            case NUMBER -> value.isNumber() && isOfSaneSize(value);
            case STRING -> value.isTextual();
            case BOOLEAN -> value.isBoolean();
            case DATE -> value.isTextual() && isDate(value.textValue());
            case ARRAY -> value.isArray();
            case OBJECT -> value.isObject();
            case ANY -> true;
        };
    }

    /** Whether a value known only by its type may be right here: false only when it is evidently wrong. */
    public boolean mayBe(ParameterType other) {
        if (this == ANY || other == ANY || this == other) {
            return true;
        }
        boolean twoTexts = isText() && other.isText() && (this == STRING || other == STRING);
        return twoTexts || (isNumeric() && other.isNumeric());
    }

    boolean isText() {
        return this == UUID || this == STRING || this == DATE;
    }

    boolean isNumeric() {
        return this == INTEGER || this == NUMBER;
    }

    /** No more than some 400 digits when written out: a few bytes of JSON must not become a gigabyte. */
    static boolean isOfSaneSize(JsonNode number) {
        return !number.isBigDecimal() || Math.abs((long) number.decimalValue().scale()) <= MOST_DIGITS;
    }

    private static boolean isDate(String text) {
        try {
            return text.length() == DATE_LENGTH && LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeParseException notADate) {
            return false;
        }
    }
}
