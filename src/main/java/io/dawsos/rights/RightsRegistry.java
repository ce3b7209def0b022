package io.dawsos.rights;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rights of all providers as one file states them. Immutable; {@link RegistryReader} makes it.
 *
 * @param version as the file states it
 * @param updated day of its last change, as the file states it
 * @param hash SHA-256 of the file, hexadecimal
 * @param providers by id, sorted, the case of letters apart
 * @param profiles by name, in file order
 * @param scenarios what the file says must come out
 */
public record RightsRegistry(
        String version,
        String updated,
        String hash,
        SortedMap<String, ProviderRights> providers,
        Map<String, RightsProfile> profiles,
        List<RightsScenario> scenarios) {

    public RightsRegistry {
        TreeMap<String, ProviderRights> byId = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byId.putAll(providers);
        providers = Collections.unmodifiableSortedMap(byId);
        profiles = Collections.unmodifiableMap(new LinkedHashMap<>(profiles));
        scenarios = List.copyOf(scenarios);
    }

    /** The provider with this id, whatever the case of its letters. */
    public Optional<ProviderRights> find(String provider) {
        return Optional.ofNullable(providers.get(provider));
    }

    /** The profile with this name; an unknown one is met with the strictest rules, and {@link #decide} refuses it. */
    public RightsProfile profile(String name) {
        return Optional.ofNullable(profiles.get(name)).orElseGet(() -> RightsProfile.unknown(name));
    }

    /** Decides. Fails closed: what the registry does not allow in so many words is refused. */
    public RightsDecision decide(RightsQuestion question) {
        return RightsRules.decide(this, question);
    }
}
