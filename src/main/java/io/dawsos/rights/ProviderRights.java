package io.dawsos.rights;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One provider of the registry.
 *
 * @param id as packs and answers name it
 * @param allowed formats in which its data may leave
 * @param redistribution whether raw data may be handed on
 * @param attribution what must stand on what leaves; empty when nothing must
 * @param series what single series allow, by name; empty for a provider whose data are all alike
 * @param limits as the registry has them, for a reader
 */
public record ProviderRights(
        String id,
        String name,
        String tier,
        List<String> dataTypes,
        SortedSet<ExportRight> allowed,
        boolean redistribution,
        Optional<String> attribution,
        Licence licence,
        Optional<WatermarkRule> watermark,
        Map<String, SeriesRights> series,
        Map<String, Object> limits) {

    public ProviderRights {
        dataTypes = List.copyOf(dataTypes);
        allowed = Collections.unmodifiableSortedSet(new TreeSet<>(allowed));
        series = Collections.unmodifiableMap(new TreeMap<>(series));
        limits = Collections.unmodifiableMap(new TreeMap<>(limits));
    }

    /** Whether its series differ in what they allow, so that a use must name its series. */
    public boolean knowsSeries() {
        return !series.isEmpty();
    }
}
