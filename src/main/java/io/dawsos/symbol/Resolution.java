package io.dawsos.symbol;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a symbol comes to.
 *
 * @param values what could be told; a field on which the sources disagree has none
 * @param reasons why it is not {@link State#MAPPED}, each a clause with what would mend it; empty when it is
 */
public record Resolution(Listing listing, State state, SortedMap<SymbolField, Value> values, List<String> reasons) {

    /** Whether the symbol names one security. */
    public enum State {
        /** Its exchange and its FIGI or ISIN are known. */
        MAPPED,
        /** One of them is not. */
        UNMAPPED,
        /** Sources disagree about it, or it shares a name with another symbol. */
        AMBIGUOUS;

        /** In JSON and in the database: {@code mapped}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One thing known.
     *
     * @param source who says so: {@code override}, {@code rule}, {@code isin}, or a provider's name
     */
    public record Value(String text, String source) {}

    public Resolution {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        reasons = List.copyOf(reasons);
    }

    /** The values without their sources. */
    public SortedMap<SymbolField, String> texts() {
        SortedMap<SymbolField, String> texts = new TreeMap<>();
        values.forEach((field, value) -> texts.put(field, value.text()));
        return Collections.unmodifiableSortedMap(texts);
    }
}
