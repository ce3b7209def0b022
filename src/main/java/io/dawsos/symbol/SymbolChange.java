package io.dawsos.symbol;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How a symbol differs from the night before.
 *
 * @param now empty when it is {@link Kind#GONE}
 * @param detail each value that changed as {@code isin GB00B03MM408 -> GB00BP6MXD84}, or the reason of a doubt
 */
public record SymbolChange(LocalDate night, String symbol, Kind kind, Optional<SymbolState> now, String detail) {

    /** What happened to it. */
    public enum Kind {
        /** Held or priced for the first time. */
        NEW,
        /** A value or its state is another. */
        CHANGED,
        /** Neither held nor priced any more. */
        GONE,
        /** It became ambiguous, or is so in another way. */
        AMBIGUOUS;

        /** In JSON and in the database: {@code new}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What differs, by symbol.
     *
     * @param before as the last night left it
     * @param now those in use this night
     */
    public static List<SymbolChange> between(
            SortedMap<String, SymbolState> before, SortedMap<String, Resolution> now, LocalDate night) {
        SortedSet<String> symbols = new TreeSet<>(before.keySet());
        symbols.addAll(now.keySet());
        List<SymbolChange> changes = new ArrayList<>();
        for (String symbol : symbols) {
            Optional<SymbolState> old = Optional.ofNullable(before.get(symbol));
            Optional<Resolution> found = Optional.ofNullable(now.get(symbol));
            if (!old.equals(found.map(SymbolState::of))) {
                changes.add(change(night, symbol, old, found));
            }
        }
        return List.copyOf(changes);
    }

    private static SymbolChange change(
            LocalDate night, String symbol, Optional<SymbolState> old, Optional<Resolution> found) {
        if (found.isEmpty()) {
            return new SymbolChange(night, symbol, Kind.GONE, Optional.empty(), "neither held nor priced any more");
        }
        Resolution resolution = found.get();
        SymbolState now = SymbolState.of(resolution);
        boolean ambiguous = resolution.state() == Resolution.State.AMBIGUOUS;
        Kind kind = ambiguous ? Kind.AMBIGUOUS : old.isEmpty() ? Kind.NEW : Kind.CHANGED;
        List<String> details = new ArrayList<>(resolution.reasons());
        old.ifPresent(known -> details.addAll(differences(known, now)));
        return new SymbolChange(
                night, symbol, kind, Optional.of(now), details.isEmpty() ? "mapped" : String.join("; ", details));
    }

    private static List<String> differences(SymbolState before, SymbolState now) {
        List<String> differences = new ArrayList<>();
        if (before.state() != now.state()) {
            differences.add(before.state().key() + " -> " + now.state().key());
        }
        for (SymbolField field : SymbolField.values()) {
            String old = before.values().getOrDefault(field, "none");
            String found = now.values().getOrDefault(field, "none");
            if (!old.equals(found)) {
                differences.add(field.key() + " " + old + " -> " + found);
            }
        }
        return differences;
    }

    @Override
    public String toString() {
        return symbol + " is " + kind.name().toLowerCase(Locale.ROOT) + ": " + detail;
    }
}
