package io.dawsos.symbol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What can be known, or overridden, about a symbol. */
public enum SymbolField {
    /** Market identifier code of its exchange (ISO 10383): {@code XTSE}. */
    MIC("[A-Z0-9]{4}", "a market identifier code (ISO 10383) of four letters or digits, such as XTSE"),
    /** Financial Instrument Global Identifier: {@code BBG000B9XRY4}. */
    FIGI(
            "(?!BS|BM|GG|GB|GH|KY|VG)[B-DF-HJ-NP-TV-Z]{2}G[0-9B-DF-HJ-NP-TV-Z]{8}[0-9]",
            "a FIGI of twelve characters, such as BBG000B9XRY4, with a right check digit"),
    /** International Securities Identification Number: {@code US0378331005}. */
    ISIN("[A-Z]{2}[A-Z0-9]{9}[0-9]", "an ISIN of twelve characters, such as US0378331005, with a right check digit"),
    /** Number of the committee for the United States and Canada: {@code 037833100}. */
    CUSIP("[A-Z0-9*@#]{8}[0-9]", "a CUSIP of nine characters, such as 037833100, with a right check digit"),
    /** As Financial Modeling Prep spells the symbol: {@code BRK-B}, {@code RY.TO}. */
    FMP(Spelling.FORM, Spelling.EXPECTED),
    /** As Polygon spells it: {@code BRK.B}; it lists the exchanges of the United States only. */
    POLYGON(Spelling.FORM, Spelling.EXPECTED),
    /** As Yahoo Finance spells it: {@code BRK-B}, {@code RY.TO}. */
    YAHOO(Spelling.FORM, Spelling.EXPECTED);

    /** What any provider's spelling looks like. */
    private static final class Spelling {
        private static final String FORM = "[A-Z0-9^][A-Z0-9.:=^-]{0,19}";
        private static final String EXPECTED =
                "a provider's symbol of at most 20 capital letters, digits and the characters . : = ^ -";
    }

    private final Pattern form;
    private final String expected;

    SymbolField(String form, String expected) {
        this.form = Pattern.compile(form);
        this.expected = expected;
    }

    /** In JSON and in the database: {@code figi}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The field with this key. */
    public static Optional<SymbolField> of(String key) {
        return Arrays.stream(values()).filter(field -> field.key().equals(key)).findFirst();
    }

    /** The provider's spelling that a provider's name stands for; empty for a provider without one. */
    public static Optional<SymbolField> spelledBy(String provider) {
        return of(provider.toLowerCase(Locale.ROOT)).filter(SymbolField::isSpelling);
    }

    /** Whether it is how a provider calls the security. */
    public boolean isSpelling() {
        return this == FMP || this == POLYGON || this == YAHOO;
    }

    /** Whether {@code value} has the form and, where there is one, the check digit. */
    public boolean accepts(String value) {
        return form.matcher(value).matches()
                && switch (this) {
                    case FIGI -> CheckDigits.ofFigi(value);
                    case ISIN -> CheckDigits.ofIsin(value);
                    case CUSIP -> CheckDigits.ofCusip(value);
                    case MIC, FMP, POLYGON, YAHOO -> true;
                };
    }

    /** What a value must be, in words that follow "must be". */
    public String expected() {
        return expected;
    }
}
