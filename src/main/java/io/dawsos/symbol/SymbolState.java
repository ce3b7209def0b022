package io.dawsos.symbol;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a night compares: a symbol's state and its values, without who says so. */
public record SymbolState(Resolution.State state, SortedMap<SymbolField, String> values) {
    public SymbolState {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    static SymbolState of(Resolution resolution) {
        return new SymbolState(resolution.state(), resolution.texts());
    }
}
