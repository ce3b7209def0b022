package io.dawsos.pattern;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the problems of one file, in the order in which they are found, each once. */
final class Problems {

    /** A file with more faults than this is listed only so far. */
    private static final int MOST = 100;

    private final String file;
    private final Set<PatternProblem> found = new LinkedHashSet<>();
    private int more;

    Problems(String file) {
        this.file = file;
    }

    void add(String pointer, String message) {
        if (found.size() < MOST) {
            found.add(new PatternProblem(file, pointer, message));
        } else {
            more++;
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<PatternProblem> all() {
        List<PatternProblem> all = new ArrayList<>(found);
        if (more > 0) {
            all.add(new PatternProblem(file, "", "and " + more + " more problems"));
        }
        return List.copyOf(all);
    }

    /** The pointer to a member of an object or an element of an array, escaped as RFC 6901 wants it. */
    static String at(String pointer, Object member) {
        return pointer + "/" + member.toString().replace("~", "~0").replace("/", "~1");
    }
}
