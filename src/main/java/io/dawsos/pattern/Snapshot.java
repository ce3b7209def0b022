package io.dawsos.pattern;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One state of the catalogue.
 *
 * @param served by id
 * @param read what came of each file, by its name, so that it is not read twice
 * @param problems all of them
 */
record Snapshot(SortedMap<PatternId, Served> served, Map<String, Read> read, List<PatternProblem> problems) {

    static final Snapshot EMPTY = new Snapshot(new TreeMap<>(), new TreeMap<>(), List.of());

    /** A pattern and the file that it comes from. */
    record Served(Pattern pattern, String file) {}

    /** What came of a content. */
    record Read(String hash, PatternReader.Result result) {}

    Snapshot {
        served = Collections.unmodifiableSortedMap(new TreeMap<>(served));
        read = Collections.unmodifiableSortedMap(new TreeMap<>(read));
        problems = List.copyOf(problems);
    }
}
