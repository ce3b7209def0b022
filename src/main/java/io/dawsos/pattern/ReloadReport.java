package io.dawsos.pattern;

import java.util.List;

/**
 * What a reload did.
 *
 * @param loaded patterns that are new or have a new version, sorted
 * @param retired patterns that are gone, sorted
 * @param unchanged how many stayed as they were, among them those whose file is broken now
 * @param problems everything wrong with the files as they are now, also what was so before
 */
public record ReloadReport(
        List<PatternId> loaded, List<PatternId> retired, int unchanged, List<PatternProblem> problems) {

    public ReloadReport {
        loaded = List.copyOf(loaded);
        retired = List.copyOf(retired);
        problems = List.copyOf(problems);
    }
}
