package io.dawsos.capability;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes money with two decimals, half even. */
final class AmountSerializer extends StdSerializer<BigDecimal> {

    AmountSerializer() {
        super(BigDecimal.class);
    }

    @Override
    public void serialize(BigDecimal amount, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeNumber(amount.setScale(2, RoundingMode.HALF_EVEN));
    }
}
