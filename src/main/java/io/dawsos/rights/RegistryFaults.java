package io.dawsos.rights;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is wrong with a registry, each with its line; all of it is told at once. */
final class RegistryFaults {

    private record Fault(int line, String text) {}

    private final String file;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Integer> lines = new TreeMap<>();

    RegistryFaults(String file) {
        this.file = file;
    }

    void knowLines(Map<String, Integer> known) {
        lines.putAll(known);
    }

    void add(int line, String text) {
        faults.add(new Fault(line, text));
    }

    /** At a JSON pointer; what has no line of its own has that of what it should be in. */
    void add(String pointer, String text) {
        String place = pointer;
        while (!lines.containsKey(place) && !place.isEmpty()) {
            place = place.substring(0, place.lastIndexOf('/'));
        }
        String name = pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.') + ": ";
        add(lines.getOrDefault(place, 1), name + text);
    }

    /** Throws {@link InvalidRegistry} when there is any. */
    void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new InvalidRegistry(faults.stream()
                    .sorted(Comparator.comparingInt(Fault::line))
                    .map(fault -> file + ":" + fault.line() + ": " + fault.text())
                    .distinct()
                    .toList());
        }
    }
}
