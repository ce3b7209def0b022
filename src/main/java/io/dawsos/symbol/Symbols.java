package io.dawsos.symbol;

import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How a symbol is written, by whom. Ours is trimmed and upper case, one to ten of {@code A-Z 0-9 .}, with a letter and without a dot at
 * either end or two in a row: {@code BRK.B}, {@code RY.TO}. What follows the last dot is the suffix of an exchange where there is one with
 * it, also one of a single letter ({@code .V .L .F .T}), else the class of a share.
 */
public final class Symbols {

    private static final Pattern OURS = Pattern.compile("(?=.{1,10}$)(?=[^A-Z]*[A-Z])[A-Z0-9]+(\\.[A-Z0-9]+)*");
    private static final Pattern CLASS = Pattern.compile("^(.*)\\.([A-Z])$");

    private Symbols() {}

    /** What somebody wrote, in our form; empty when it cannot be a symbol. */
    public static Optional<String> normalised(String text) {
        return Optional.of(text.strip().toUpperCase(Locale.ROOT))
                .filter(symbol -> OURS.matcher(symbol).matches());
    }

    /** As part of a journal's account names, where a dot may not stand: {@code RY-TO}. */
    public static String journalName(String symbol) {
        return symbol.replace('.', '-');
    }

    /**
     * How the providers spell it, by rule. FMP and Yahoo write the class of a share with a hyphen ({@code BRK-B}, {@code CTC-A.TO}) and
     * keep the dot before an exchange. Polygon keeps every dot and lists the United States only, so that others have no spelling there.
     */
    static SortedMap<SymbolField, String> spellings(String symbol, Optional<Exchange> exchange) {
        SortedMap<SymbolField, String> spellings = new TreeMap<>();
        spellings.put(SymbolField.FMP, withHyphen(symbol));
        spellings.put(SymbolField.YAHOO, withHyphen(symbol));
        if (exchange.filter(Exchange::isUnitedStates).isPresent()) {
            spellings.put(SymbolField.POLYGON, symbol);
        }
        return spellings;
    }

    private static String withHyphen(String symbol) {
        if (Exchange.ofSuffix(symbol).isEmpty()) {
            return classWithHyphen(symbol);
        }
        int dot = symbol.lastIndexOf('.');
        return classWithHyphen(symbol.substring(0, dot)) + symbol.substring(dot);
    }

    private static String classWithHyphen(String root) {
        return CLASS.matcher(root).replaceFirst("$1-$2");
    }
}
