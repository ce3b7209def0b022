package io.dawsos.ledger;

import java.math.BigDecimal;

/** Numbers in messages. */
final class Plain {

    private Plain() {}

    /** Without exponent and without zeros at the end. */
    static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
