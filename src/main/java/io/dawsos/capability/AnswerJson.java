package io.dawsos.capability;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How answers are written: canonical JSON, so that equal values are equal bytes. Members sorted by name, snake case, UTF-8, no white
 * space, dates in ISO form, plain decimals with at most ten decimal places (half even, no trailing zeros), money with two
 * ({@link Amount}). A figure that is not a number is a fault of the capability, never an answer.
 */
public final class AnswerJson {

    private static final int PLACES = 10;
    private static final JsonMapper MAPPER = common().addModule(numbers()).build();
    private static final JsonMapper EXACT =
            common().annotationIntrospector(new WithoutRounding()).build();

    private AnswerJson() {}

    /** The mapper of answers; safe to share. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** The same without any rounding, for values that go on to be computed with; safe to share. */
    public static JsonMapper exact() {
        return EXACT;
    }

    /** Canonical bytes of {@code value}; throws {@link IllegalArgumentException} when it holds what JSON cannot say. */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The answer cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static SimpleModule numbers() {
        SimpleModule numbers = new SimpleModule("numbers");
        numbers.addSerializer(BigDecimal.class, new DecimalSerializer());
        numbers.addSerializer(Double.class, new RatioSerializer());
        numbers.addSerializer(double.class, new RatioSerializer());
        return numbers;
    }

    private static JsonMapper.Builder common() {
        return JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);
    }

    private static void write(BigDecimal value, JsonGenerator json) throws IOException {
        BigDecimal rounded = value.scale() > PLACES ? value.setScale(PLACES, RoundingMode.HALF_EVEN) : value;
        if (rounded.signum() == 0) {
            json.writeNumber(0);
            return;
        }
        BigDecimal plain = rounded.stripTrailingZeros();
        json.writeNumber(plain.scale() < 0 ? plain.setScale(0) : plain);
    }

    private static final class WithoutRounding extends JacksonAnnotationIntrospector {
        @Override
        public @Nullable Object findSerializer(Annotated member) {
            return null;
        }
    }

    private static final class DecimalSerializer extends StdSerializer<BigDecimal> {
        DecimalSerializer() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator json, SerializerProvider provider) throws IOException {
            write(value, json);
        }
    }

    private static final class RatioSerializer extends StdSerializer<Double> {
        RatioSerializer() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        "The figure is " + value + "; an undefined figure must be null with a reason");
            }
            write(BigDecimal.valueOf(value), json);
        }
    }
}
