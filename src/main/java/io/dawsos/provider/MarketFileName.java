package io.dawsos.provider;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a market file says: {@code Reuters.closes.csv} holds closes that Reuters published.
 *
 * @param provider goes into every pack that uses a row of it, and from there into every trace
 */
record MarketFileName(String file, String provider, Kind kind) {

    private static final Pattern FORM =
            Pattern.compile("([A-Za-z][A-Za-z0-9_-]{0,39})\\.(closes|rates|splits|securities)\\.csv");

    /** What is in a file, and its columns. */
    enum Kind {
        CLOSES("date", "symbol", "close", "currency"),
        RATES("date", "base", "quote", "rate"),
        SPLITS("date", "symbol", "split_to", "split_from"),
        SECURITIES("symbol", "name", "currency", "exchange", "sector", "type", "country");

        private final String header;

        Kind(String... columns) {
            this.header = String.join(",", columns);
        }

        /** Columns as the first line names them. */
        String header() {
            return header;
        }

        List<String> columns() {
            return List.of(header.split(",", -1));
        }
    }

    static Optional<MarketFileName> parse(Path path) {
        Matcher matcher = FORM.matcher(of(path));
        return matcher.matches()
                ? Optional.of(new MarketFileName(
                        of(path),
                        matcher.group(1),
                        Kind.valueOf(matcher.group(2).toUpperCase(Locale.ROOT))))
                : Optional.empty();
    }

    static String unknown(Path path) {
        return of(path)
                + ":1: the name does not say what it holds; the form is PROVIDER.closes.csv, PROVIDER.rates.csv, PROVIDER.splits.csv"
                + " or PROVIDER.securities.csv";
    }

    static String of(Path path) {
        return String.valueOf(path.getFileName());
    }
}
