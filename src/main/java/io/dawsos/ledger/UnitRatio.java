package io.dawsos.ledger;

import io.dawsos.money.Decimals;
import java.math.BigDecimal;

/** New units per old ones, as two numbers, so that 1 for 3 is exact. */
record UnitRatio(BigDecimal to, BigDecimal from) {

    static final UnitRatio SAME = new UnitRatio(BigDecimal.ONE, BigDecimal.ONE);

    /** Digits from which on a written number of units may be a rounded one: 33.3333 for 100/3. */
    private static final int ROUNDED = 4;

    /**
     * Whether {@code after = before * to / from}, without a division that might not end. Units written with at least four decimals may be
     * rounded to them.
     */
    boolean holds(BigDecimal before, BigDecimal after) {
        BigDecimal difference =
                before.multiply(to).subtract(after.multiply(from)).abs();
        BigDecimal allowed = after.scale() < ROUNDED
                ? BigDecimal.ZERO
                : Tolerances.halfOfLastDigit(after).multiply(from);
        return difference.compareTo(allowed) <= 0;
    }

    BigDecimal of(BigDecimal units) {
        return Decimals.divide(units.multiply(to), from);
    }

    /** {@code 4/1}. */
    @Override
    public String toString() {
        return to.toPlainString() + "/" + from.toPlainString();
    }
}
