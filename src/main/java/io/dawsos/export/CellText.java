package io.dawsos.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Locale;

/** How values are written into cells. */
final class CellText {

    /** What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection), in full width too. */
    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private CellText() {}

    /** Plain text of a value: decimals without exponent, nothing for null, what cannot be shown made visible. */
    static String plain(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (value.isNumber()) {
            return number(value.decimalValue());
        }
        return shown(value.isTextual() ? value.textValue() : value.toString());
    }

    /** The same for a CSV cell: a text that a spreadsheet would compute gets an apostrophe in front. */
    static String guarded(JsonNode value) {
        String text = plain(value);
        return value.isNumber() ? text : guarded(text);
    }

    static String guarded(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    static String number(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** The text with control characters, lone surrogates and what turns the direction of writing as <code>\\u0000</code>; tabs and line ends stay. */
    static String shown(String text) {
        StringBuilder safe = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair || isShown(c)) {
                if (safe != null) {
                    safe.append(c);
                    if (pair) {
                        safe.append(text.charAt(i + 1));
                    }
                }
                i += pair ? 1 : 0;
            } else {
                safe = safe == null ? new StringBuilder(text.substring(0, i)) : safe;
                safe.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return safe == null ? text : safe.toString();
    }

    private static boolean isShown(char c) {
        if (c == '\t' || c == '\n' || c == '\r') {
            return true;
        }
        boolean turning = (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
        return !turning && !Character.isISOControl(c) && !Character.isSurrogate(c) && c != '\ufffe' && c != '\uffff';
    }

    /** The text on one line. */
    static String line(String text) {
        return shown(text.replace('\n', ' ').replace('\r', ' ').replace('\t', ' '));
    }
}
