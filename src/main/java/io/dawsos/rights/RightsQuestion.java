package io.dawsos.rights;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is decided about.
 *
 * @param profile name of the profile that holds here
 * @param uses what the result was computed from, in the order in which attributions shall stand
 * @param licences environment variables of licences that are set
 */
public record RightsQuestion(ExportRight right, String profile, List<DataUse> uses, SortedSet<String> licences) {
    public RightsQuestion {
        uses = List.copyOf(uses);
        licences = Collections.unmodifiableSortedSet(new TreeSet<>(licences));
    }
}
