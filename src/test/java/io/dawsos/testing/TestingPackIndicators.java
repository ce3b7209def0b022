package io.dawsos.testing;

import io.dawsos.pricing.Indicator;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PackIndicators;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Economic figures of packs in memory. */
public final class TestingPackIndicators implements PackIndicators {

    private final List<Entry> entries = new ArrayList<>();

    @Override
    public Optional<Indicator> find(PackId pack, String series) {
        return entries.stream()
                .filter(entry ->
                        entry.pack().equals(pack) && entry.indicator().series().equals(series))
                .map(Entry::indicator)
                .findFirst();
    }

    @Override
    public void save(List<Entry> more) {
        entries.addAll(more);
    }

    /** Everything saved, in order. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }
}
