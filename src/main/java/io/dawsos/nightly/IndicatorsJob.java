package io.dawsos.nightly;

import io.dawsos.pricing.Indicator;
import io.dawsos.pricing.IndicatorData;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PackIndicators;
import io.dawsos.pricing.PackStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Gives every warming pack the economic figures that answers use, in one batch: of each series the value of the pack's day or the last one
 * before it, at most {@value #DAYS_CARRIED} days old, with its own date. Whatever a publisher says later, a pack keeps what it was made with.
 */
public final class IndicatorsJob implements NightJob {

    private static final int DAYS_CARRIED = 10;

    private final IndicatorData data;
    private final PackIndicators indicators;
    private final PackStore packs;
    private final List<String> series;

    public IndicatorsJob(IndicatorData data, PackIndicators indicators, PackStore packs, List<String> series) {
        this.data = data;
        this.indicators = indicators;
        this.packs = packs;
        this.series = List.copyOf(series);
    }

    @Override
    public String name() {
        return "load_indicators";
    }

    /** A pack without them is answered from all the same, with what is said to be a fixed rate. */
    @Override
    public boolean blocking() {
        return false;
    }

    @Override
    public JobReport run(LocalDate night) {
        List<PackId> warming = packs.warming();
        if (warming.isEmpty()) {
            return new JobReport("No pack is warming", List.of());
        }
        Map<String, NavigableMap<LocalDate, Indicator>> known = read(warming);
        List<PackIndicators.Entry> entries = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        known.forEach((name, values) -> warnings.addAll(choose(name, values, warming, entries)));
        indicators.save(entries);
        return new JobReport(
                "Stored " + entries.size() + " economic figures for " + warming.size() + " packs", warnings);
    }

    private Map<String, NavigableMap<LocalDate, Indicator>> read(List<PackId> warming) {
        Map<String, NavigableMap<LocalDate, Indicator>> known = new TreeMap<>();
        series.forEach(name -> known.put(name, new TreeMap<>()));
        LocalDate from = warming.get(0).date().minusDays(DAYS_CARRIED);
        LocalDate to = warming.get(warming.size() - 1).date();
        for (Indicator value : data.indicators(series, from, to)) {
            known.computeIfAbsent(value.series(), name -> new TreeMap<>()).put(value.date(), value);
        }
        return known;
    }

    private static List<String> choose(
            String name,
            NavigableMap<LocalDate, Indicator> values,
            List<PackId> warming,
            List<PackIndicators.Entry> entries) {
        List<PackId> without = new ArrayList<>();
        for (PackId pack : warming) {
            Map.Entry<LocalDate, Indicator> last = values.floorEntry(pack.date());
            if (last == null || last.getKey().isBefore(pack.date().minusDays(DAYS_CARRIED))) {
                without.add(pack);
            } else {
                entries.add(new PackIndicators.Entry(pack, last.getValue()));
            }
        }
        return without.isEmpty()
                ? List.of()
                : List.of(without.size() + " packs have no " + name + " of at most " + DAYS_CARRIED
                        + " days before, the first is " + without.get(0));
    }
}
