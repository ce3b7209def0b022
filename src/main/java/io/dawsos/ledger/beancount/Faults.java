package io.dawsos.ledger.beancount;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a journal, so that everything is told at once. Not safe for use by several threads. */
public final class Faults {

    private static final Comparator<JournalFault> BY_PLACE = Comparator.comparing(
                    (JournalFault fault) -> fault.place().file())
            .thenComparingInt(fault -> fault.place().line())
            .thenComparing(JournalFault::what);

    private final List<JournalFault> found = new ArrayList<>();

    public void add(Place place, String what) {
        found.add(new JournalFault(place, what));
    }

    /** How many were found up to now: a check that leaves it unchanged has passed. */
    public int count() {
        return found.size();
    }

    /** Throws a {@link JournalException} with all that was found, if anything was. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new JournalException(
                    found.stream().sorted(BY_PLACE).distinct().toList());
        }
    }
}
