package io.dawsos.capability;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Writes money with two decimals, half even: an amount, one that may be missing (null), or a list of them. */
final class AmountSerializer extends StdSerializer<Object> {

    AmountSerializer() {
        super(Object.class);
    }

    @Override
    public void serialize(Object value, JsonGenerator json, SerializerProvider provider) throws IOException {
        if (value instanceof BigDecimal amount) {
            json.writeNumber(amount.setScale(2, RoundingMode.HALF_EVEN));
        } else if (value instanceof Optional<?> optional) {
            if (optional.isPresent()) {
                serialize(optional.get(), json, provider);
            } else {
                json.writeNull();
            }
        } else if (value instanceof Iterable<?> amounts) {
            json.writeStartArray();
            for (Object amount : amounts) {
                serialize(amount, json, provider);
            }
            json.writeEndArray();
        } else {
            throw new IllegalArgumentException("@Amount stands on "
                    + value.getClass().getSimpleName() + "; it belongs on a BigDecimal, an Optional or a list of them");
        }
    }
}
