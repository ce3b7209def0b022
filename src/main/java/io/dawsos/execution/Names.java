package io.dawsos.execution;

import java.util.ArrayList;
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

    /** The names and one more, sorted and distinct, when they are so. */
    static List<String> with(List<String> names, String more) {
        return names.contains(more) ? names : union(names, List.of(more));
    }

    /** The names of both, sorted and distinct, when each of the two is so. */
    public static List<String> union(List<String> first, List<String> second) {
        if (first.isEmpty()) {
            return second;
        }
        if (second.isEmpty() || first.containsAll(second)) {
            return first;
        }
        List<String> all = new ArrayList<>(first.size() + second.size());
        int left = 0;
        int right = 0;
        while (left < first.size() && right < second.size()) {
            int order = first.get(left).compareTo(second.get(right));
            all.add(order <= 0 ? first.get(left) : second.get(right));
            left += order <= 0 ? 1 : 0;
            right += order >= 0 ? 1 : 0;
        }
        all.addAll(first.subList(left, first.size()));
        all.addAll(second.subList(right, second.size()));
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
