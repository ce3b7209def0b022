package io.dawsos.capability;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every capability of every agent, by name and alias. */
public final class CapabilityRegistry {

    private final SortedMap<String, CapabilityMethod> byName;
    private final List<CapabilityMethod> all;
    private final SortedSet<String> agents;

    private CapabilityRegistry(Collection<CapabilityMethod> methods, SortedMap<String, CapabilityMethod> byName) {
        this.byName = Collections.unmodifiableSortedMap(byName);
        this.all = methods.stream()
                .sorted(java.util.Comparator.comparing(CapabilityMethod::name))
                .toList();
        SortedSet<String> names = new TreeSet<>();
        methods.forEach(method -> names.add(method.agent()));
        this.agents = Collections.unmodifiableSortedSet(names);
    }

    /** Reads the agents; throws {@link IllegalArgumentException} listing every fault: a wrong signature, a name taken twice. */
    public static CapabilityRegistry of(Agent... agents) {
        List<String> faults = new ArrayList<>();
        CapabilityScanner scanner = new CapabilityScanner(faults);
        List<CapabilityMethod> methods = new ArrayList<>();
        for (Agent agent : agents) {
            methods.addAll(scanner.scan(agent));
        }
        SortedMap<String, CapabilityMethod> byName = new TreeMap<>();
        for (CapabilityMethod method : methods) {
            register(byName, method.name(), method, faults);
            method.aliases().forEach(alias -> register(byName, alias, method, faults));
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(
                    "The agents have " + faults.size() + " faults:\n  " + String.join("\n  ", faults));
        }
        return new CapabilityRegistry(methods, byName);
    }

    private static void register(
            SortedMap<String, CapabilityMethod> byName, String name, CapabilityMethod method, List<String> faults) {
        CapabilityMethod other = byName.putIfAbsent(name, method);
        if (other != null) {
            faults.add("Capability " + name + " of " + method.agent() + " is already registered by " + other.agent());
        }
    }

    /** By canonical name or alias. */
    public Optional<CapabilityMethod> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Every name and alias, sorted. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** Every capability once, by canonical name. */
    public List<CapabilityMethod> all() {
        return all;
    }

    /** Names of the agents that offer anything, sorted. */
    public SortedSet<String> agents() {
        return agents;
    }
}
