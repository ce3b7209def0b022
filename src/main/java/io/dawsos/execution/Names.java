package io.dawsos.execution;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Sorted, distinct names in an immutable list: what traces carry. A list that is so already is kept, not copied. */
public final class Names {

    private Names() {}

    /** The names, sorted and distinct. */
    public static List<String> sorted(Collection<String> names) {
        return names.size() < 2 || isSorted(names) ? List.copyOf(names) : List.copyOf(new TreeSet<>(names));
    }

    /** The names of both, sorted and distinct. */
    public static List<String> union(List<String> first, List<String> second) {
        if (first.containsAll(second)) {
            return first;
        }
        TreeSet<String> all = new TreeSet<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    private static boolean isSorted(Collection<String> names) {
        String before = null;
        for (String name : names) {
            if (before != null && before.compareTo(name) >= 0) {
                return false;
            }
            before = name;
        }
        return true;
    }
}
