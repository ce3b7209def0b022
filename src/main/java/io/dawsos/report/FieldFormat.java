package io.dawsos.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** How a field is printed whose output has no layout of its own: by its name, where the name says what it is. */
final class FieldFormat {

    private static final Pattern FRACTION = Pattern.compile(
            "(.*_)?(return|weight|volatility|drawdown|twr|mwr|interaction|contribution|fraction|confidence|annualized)"
                    + "|share_of_.*|withholding_rate|risk_free_rate|twr_annualized|(.*\\.)?contribution\\..*");
    private static final Pattern RATE = Pattern.compile("(.*_)?fx_rate|(.*_)?rate");
    private static final Pattern QUANTITY = Pattern.compile("(.*_)?(quantity|units)");
    private static final Pattern PRICE = Pattern.compile("(.*_)?(price|cost|per_unit)");

    private FieldFormat() {}

    static Format of(String path, JsonNode value) {
        if (!value.isNumber()) {
            return Format.TEXT;
        }
        String name = path.substring(path.lastIndexOf('.') + 1);
        if (FRACTION.matcher(path).matches() || FRACTION.matcher(name).matches()) {
            return Format.PERCENT;
        }
        if (RATE.matcher(name).matches()) {
            return Format.RATE;
        }
        if (QUANTITY.matcher(name).matches() || value.isIntegralNumber()) {
            return Format.QUANTITY;
        }
        return PRICE.matcher(name).matches() || value.decimalValue().scale() > 2 ? Format.QUANTITY : Format.MONEY;
    }
}
