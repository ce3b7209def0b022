package io.dawsos.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.dawsos.pricing.PackId;
import io.dawsos.rights.DataUse;
import io.dawsos.rights.ProviderRights;
import io.dawsos.rights.RightsRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What each step of a stored result was computed from, as its own trace says. A source names its provider too ({@code fred:DGS10}), and a
 * pricing pack stands for the providers behind it, so that a step that leaves a provider out is not believed.
 */
final class TraceUses {

    private static final String PACK = "pricing_pack";
    /** Sources that are nobody's data: the user's own books, and what was kept of an answer that names its own sources beside. */
    private static final List<String> OURS = List.of("ledger", "cache");

    private final RightsRegistry registry;
    private final Function<PackId, List<String>> packProviders;

    /** @param packProviders providers behind a pack; empty for a pack that is not there */
    TraceUses(RightsRegistry registry, Function<PackId, List<String>> packProviders) {
        this.registry = registry;
        this.packProviders = packProviders;
    }

    /** By key of the step, for every step that ran; a step without any use has an empty list. */
    SortedMap<String, List<DataUse>> of(JsonNode trace) {
        SortedMap<String, List<DataUse>> uses = new TreeMap<>();
        for (JsonNode step : trace.path("steps")) {
            if (step.path("status").asText().equals("ok")) {
                uses.put(step.path("step").asText(), uses(step));
            }
        }
        return uses;
    }

    private List<DataUse> uses(JsonNode step) {
        Set<String> providers = new LinkedHashSet<>();
        step.path("providers").forEach(provider -> providers.add(provider.asText()));
        SortedMap<String, Set<String>> series = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (JsonNode source : step.path("sources")) {
            String text = source.asText();
            int colon = text.indexOf(':');
            String kind = colon < 0 ? text : text.substring(0, colon);
            String rest = text.substring(colon + 1);
            if (kind.equals(PACK)) {
                providers.addAll(behindPack(rest));
            } else if (!OURS.contains(kind)) {
                // a source of a kind that nobody knows is a provider that nobody knows
                String provider = registry.find(kind).map(ProviderRights::id).orElse(kind);
                series.computeIfAbsent(provider, unseen -> new LinkedHashSet<>())
                        .add(rest);
                providers.add(provider);
            }
        }
        return withSeries(providers, series);
    }

    /** The providers of a pack; a pack that cannot be read stands for itself, and no registry knows it. */
    private Collection<String> behindPack(String id) {
        try {
            List<String> found = packProviders.apply(PackId.parse(id));
            return found.isEmpty() ? List.of(PACK + ":" + id) : found;
        } catch (IllegalArgumentException e) {
            return List.of(PACK + ":" + id);
        }
    }

    private List<DataUse> withSeries(Set<String> providers, Map<String, Set<String>> series) {
        List<DataUse> uses = new ArrayList<>();
        for (String provider : providers) {
            Optional<ProviderRights> rights = registry.find(provider);
            if (rights.isPresent() && rights.get().knowsSeries()) {
                Set<String> named = series.getOrDefault(provider, Set.of(DataUse.UNNAMED));
                named.forEach(name -> uses.add(DataUse.of(provider, name)));
            } else {
                uses.add(DataUse.of(provider));
            }
        }
        return uses;
    }
}
