package io.dawsos.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Rounds the parts of a sum to cents so that what is printed still adds up: each part is the difference of two rounded running sums, so
 * that it is off by less than a cent, and the parts together are the rounded whole.
 */
public final class RunningCents {

    private static final int PLACES = 2;

    private BigDecimal sum = BigDecimal.ZERO;

    /** The next part, in cents. */
    public BigDecimal next(BigDecimal part) {
        BigDecimal before = round(sum);
        sum = sum.add(part);
        return round(sum).subtract(before);
    }

    /** Rounds half even, as amounts are written. */
    public static BigDecimal round(BigDecimal amount) {
        return amount.setScale(PLACES, RoundingMode.HALF_EVEN);
    }
}
