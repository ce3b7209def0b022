package io.dawsos.symbol;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is known about symbols. Facts, overrides and changes are added, never changed. */
public interface SymbolStore {

    /**
     * What a night begins with.
     *
     * @param inUse symbols that any portfolio holds or the newest pack prices
     * @param before as the last night left those that were in use then
     */
    record Night(SymbolKnowledge known, SortedSet<String> inUse, SortedMap<String, SymbolState> before) {
        public Night {
            inUse = Collections.unmodifiableSortedSet(new TreeSet<>(inUse));
            before = Collections.unmodifiableSortedMap(new TreeMap<>(before));
        }
    }

    /** What somebody reads about one symbol, the newest first. */
    record History(List<SymbolOverride> overrides, List<SymbolChange> changes) {
        public History {
            overrides = List.copyOf(overrides);
            changes = List.copyOf(changes);
        }
    }

    /** What is in force on {@code day}; one round trip. */
    SymbolKnowledge known(LocalDate day);

    /** What the job of a night needs, as of that night; one round trip. */
    Night night(LocalDate night);

    /** All overrides and changes of one symbol; one round trip. */
    History history(String symbol);

    /** Adds facts; those that are there are left as they are. */
    void record(List<SymbolFact> facts);

    /** Adds what a night found. */
    void append(List<SymbolChange> changes);

    /** Adds overrides of one user and their entry in the audit log, all or none. */
    void override(List<SymbolOverride> overrides);
}
