package io.dawsos.ledger.beancount;

import java.math.BigDecimal;

/**
 * A number of units of a currency or a security.
 *
 * @param number as written: its scale is the precision that was stated
 * @param commodity currency code or symbol
 */
public record Quantity(BigDecimal number, String commodity) {

    public Quantity negate() {
        return new Quantity(number.negate(), commodity);
    }

    /** {@code 2.4132 RY.TO}. */
    @Override
    public String toString() {
        return number.toPlainString() + " " + commodity;
    }
}
