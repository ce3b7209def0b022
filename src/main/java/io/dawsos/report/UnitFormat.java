package io.dawsos.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;

/** Ticks of axes: whole amounts, and fractions in per cent. */
final class UnitFormat extends NumberFormat {

    private static final long serialVersionUID = 1;

    private final String unit;

    UnitFormat(String unit) {
        this.unit = unit;
    }

    @Override
    public StringBuffer format(double value, StringBuffer to, FieldPosition position) {
        BigDecimal exact = BigDecimal.valueOf(value);
        if ("fraction".equals(unit)) {
            BigDecimal percent =
                    exact.movePointRight(2).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
            return to.append(Format.QUANTITY.show(percent)).append('%');
        }
        boolean whole = value == Math.rint(value);
        return to.append((whole ? Format.INTEGER : Format.MONEY).show(exact));
    }

    @Override
    public StringBuffer format(long value, StringBuffer to, FieldPosition position) {
        return format((double) value, to, position);
    }

    @Override
    public Number parse(String text, ParsePosition position) {
        return new DecimalFormat().parse(text, position);
    }
}
