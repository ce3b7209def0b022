package io.dawsos.nightly;

import java.util.ArrayList;
import java.util.List;

/** A long list in portions, which bounds what is in memory and in one round trip. */
final class Portions {

    private Portions() {}

    /** At most {@code size} elements each, in order; none for an empty list. */
    static <T> List<List<T>> of(List<T> all, int size) {
        List<List<T>> portions = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            portions.add(all.subList(from, Math.min(from + size, all.size())));
        }
        return portions;
    }
}
