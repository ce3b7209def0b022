package io.dawsos.pricing;

import java.time.LocalDate;
import java.util.Locale;

/**
 * One row as a provider published it, before anybody looked at it: texts, because what is wrong with them is to be told, not thrown.
 *
 * @param symbol the security; of a rate the currency that one unit of is priced
 * @param currency of the value: of a close its currency, of a rate the currency that it is quoted in; empty for a split
 * @param value close, rate, or new units per old one, as it was written
 * @param date trading day, day of publication, or ex-date
 */
public record MarketRow(
        Kind kind, String symbol, String currency, String value, LocalDate date, String provider, RowSource source) {

    /** What a row says. */
    public enum Kind {
        CLOSE,
        RATE,
        SPLIT;

        /** In lower case, as tables and answers write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The row without the place it stood at: the same publication in another file is the same. */
    public record Publication(
            Kind kind, String symbol, String currency, String value, LocalDate date, String provider) {}

    public Publication publication() {
        return new Publication(kind, symbol, currency, value, date, provider);
    }

    /** What it is about: two rows of one key contradict each other when their values differ. */
    String key() {
        return kind + "\t" + symbol + "\t" + (kind == Kind.RATE ? currency : "") + "\t" + date;
    }

    /** The row in words, for instance {@code AAPL 2023-12-29 192.53 USD}. */
    public String words() {
        String pair = kind == Kind.RATE ? symbol + "/" + currency : symbol;
        String unit = kind == Kind.CLOSE ? " " + currency : "";
        return pair + " " + date + " " + value + unit + (kind == Kind.SPLIT ? " new per old" : "");
    }
}
