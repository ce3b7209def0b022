package io.dawsos.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** How a value is printed. Numbers are rounded half up, negative ones carry U+2212; what is not there is a dash. */
enum Format {
    TEXT("", false),
    MONEY("#,##0.00", true),
    /** Units held: as many decimals as there are, at most six. */
    QUANTITY("#,##0.######", true),
    /** Price of one unit. */
    PRICE("#,##0.00##", true),
    /** A fraction, printed in per cent. */
    PERCENT("#,##0.00'%'", true),
    RATIO("0.00", true),
    /** Exchange rate. */
    RATE("0.0000##", true),
    INTEGER("#,##0", true);

    static final String ABSENT = "\u2013";
    private static final String MINUS = "\u2212";

    private final String pattern;
    private final boolean number;

    Format(String pattern, boolean number) {
        this.pattern = pattern;
        this.number = number;
    }

    boolean number() {
        return number;
    }

    String show(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return ABSENT;
        }
        return number && value.isNumber() ? show(value.decimalValue()) : text(value);
    }

    String show(BigDecimal value) {
        return show(value, 0);
    }

    private String show(BigDecimal value, int places) {
        BigDecimal scaled = this == PERCENT ? value.movePointRight(2) : value;
        DecimalFormat format = format();
        format.setMinimumFractionDigits(Math.max(format.getMinimumFractionDigits(), places));
        String text = format.format(scaled);
        return text.startsWith("-") ? sign(text.substring(1)) : text;
    }

    private DecimalFormat format() {
        DecimalFormat format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }

    /** How many decimals are printed of a value. */
    int places(JsonNode value) {
        if (!number || !value.isNumber()) {
            return 0;
        }
        int most = format().getMaximumFractionDigits();
        return Math.max(
                0,
                value.decimalValue()
                        .setScale(most, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .scale());
    }

    /** Whether values of this format have different numbers of decimals. */
    boolean varies() {
        return this == QUANTITY || this == PRICE || this == RATE;
    }

    /** What rounds to zero has no sign. */
    private static String sign(String digits) {
        return digits.chars().anyMatch(c -> c >= '1' && c <= '9') ? MINUS + digits : digits;
    }

    private static String text(JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue() ? "yes" : "no";
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    Cell cell(JsonNode value) {
        return cell(value, 0);
    }

    /** With at least so many decimals, so that those of a column stand below each other. */
    Cell cell(JsonNode value, int places) {
        String text = number && value.isNumber() ? show(value.decimalValue(), places) : show(value);
        return new Cell(text, (number ? "num" : "text") + (text.startsWith(MINUS) ? " neg" : ""));
    }
}
