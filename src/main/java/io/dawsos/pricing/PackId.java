package io.dawsos.pricing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of a pricing pack: {@code 20231229_v1}; a restatement of the same day is {@code _v2}.
 *
 * @param version from 1
 */
public record PackId(LocalDate date, int version) {

    private static final Pattern FORM = Pattern.compile("(\\d{8})_v([1-9]\\d{0,3})");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    public PackId {
        if (version < 1) {
            throw new IllegalArgumentException("The version of a pack counts from 1, not " + version);
        }
    }

    /** Parses the text form; throws {@link IllegalArgumentException} naming the form on anything else. */
    public static PackId parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a pack id; the form is YYYYMMDD_vN");
        }
        try {
            return new PackId(LocalDate.parse(matcher.group(1), DAY), Integer.parseInt(matcher.group(2)));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + text + "' names no day; the form is YYYYMMDD_vN", e);
        }
    }

    @Override
    public String toString() {
        int day = (date.getYear() * 100 + date.getMonthValue()) * 100 + date.getDayOfMonth();
        String digits = Integer.toString(day); // a formatter would cost each answer more than its steps do
        return "0".repeat(Math.max(0, 8 - digits.length())) + digits + "_v" + version;
    }
}
