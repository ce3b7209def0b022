package io.dawsos.nightly;

import io.dawsos.symbol.Resolution;
import io.dawsos.symbol.SymbolChange;
import io.dawsos.symbol.SymbolResolver;
import io.dawsos.symbol.SymbolStore;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Resolves every symbol that a portfolio holds or the newest pack prices, and keeps how it differs from the night before. What cannot be
 * resolved is told and stops nothing: prices are stored under our symbols. Two round trips, whatever the number of symbols.
 */
public final class MapSymbolsJob implements NightJob {

    private final SymbolStore symbols;

    public MapSymbolsJob(SymbolStore symbols) {
        this.symbols = symbols;
    }

    @Override
    public String name() {
        return "map_symbols";
    }

    @Override
    public boolean blocking() {
        return false;
    }

    @Override
    public JobReport run(LocalDate night) {
        SymbolStore.Night before = symbols.night(night);
        SortedMap<String, Resolution> now = new TreeMap<>(SymbolResolver.resolve(before.known()));
        now.keySet().retainAll(before.inUse());
        List<SymbolChange> changes = SymbolChange.between(before.before(), now, night);
        if (!changes.isEmpty()) {
            symbols.append(changes);
        }
        return new JobReport(summary(now, changes), warnings(now, changes));
    }

    private static String summary(SortedMap<String, Resolution> now, List<SymbolChange> changes) {
        return now.size() + " symbols: " + count(changes, SymbolChange.Kind.NEW) + " new, "
                + count(changes, SymbolChange.Kind.CHANGED) + " changed, " + count(changes, SymbolChange.Kind.GONE)
                + " gone, " + count(changes, SymbolChange.Kind.AMBIGUOUS) + " ambiguous since the night before; "
                + now.values().stream()
                        .filter(resolution -> resolution.state() != Resolution.State.MAPPED)
                        .count()
                + " not mapped";
    }

    private static long count(List<SymbolChange> changes, SymbolChange.Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }

    /** Every difference but new symbols that are mapped, then every symbol that was not mapped before and still is not; by symbol. */
    private static List<String> warnings(SortedMap<String, Resolution> now, List<SymbolChange> changes) {
        List<String> told = changes.stream().map(SymbolChange::symbol).toList();
        return Stream.concat(
                        changes.stream()
                                .filter(change ->
                                        change.kind() != SymbolChange.Kind.NEW || !isMapped(now, change.symbol()))
                                .map(SymbolChange::toString),
                        now.entrySet().stream()
                                .filter(entry -> !told.contains(entry.getKey()) && !isMapped(now, entry.getKey()))
                                .map(entry -> entry.getKey() + " is still "
                                        + entry.getValue().state().key() + ": "
                                        + String.join("; ", entry.getValue().reasons())))
                .sorted()
                .toList();
    }

    private static boolean isMapped(SortedMap<String, Resolution> now, String symbol) {
        Resolution resolution = now.get(symbol);
        return resolution != null && resolution.state() == Resolution.State.MAPPED;
    }
}
