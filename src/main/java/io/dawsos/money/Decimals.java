package io.dawsos.money;

import java.math.BigDecimal;
import java.math.MathContext;

/** The decimal arithmetic of the product: 34 significant digits inside, rounding only where an answer leaves. */
public final class Decimals {

    /** IEEE 754 decimal128: 34 digits, half even. Used for every division. */
    public static final MathContext CONTEXT = MathContext.DECIMAL128;

    private Decimals() {}

    /** Returns {@code dividend / divisor}; throws {@link ArithmeticException} on a zero divisor. */
    public static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, CONTEXT);
    }

    /** The same number without trailing zeros and never with a negative scale, so that equal numbers are written alike. */
    public static BigDecimal shortest(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
