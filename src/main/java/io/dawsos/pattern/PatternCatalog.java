package io.dawsos.pattern;

import io.dawsos.failure.Failure;
import java.util.List;
import java.util.Optional;

/**
 * The patterns that are served. Readers see one consistent state; {@link #reload} prepares the next and switches in one step. Starts empty:
 * the first reload reads everything. Has no thread of its own.
 */
public interface PatternCatalog {

    /** A catalogue over these sources; in case of doubt the earlier one wins. */
    static PatternCatalog over(List<PatternSource> sources, PatternRules rules) {
        return new PatternFolders(sources, rules);
    }

    /** The pattern with this id. */
    Optional<Pattern> find(PatternId id);

    /**
     * The pattern with this id, whatever the text is.
     *
     * @throws Failure {@code PATTERN_NOT_FOUND}, naming the nearest id
     */
    Pattern require(String id);

    /** All patterns, sorted by id. */
    List<Pattern> all();

    /** Everything wrong with the files when they were last read. */
    List<PatternProblem> problems();

    /**
     * Reads the sources again. A file with the same content is not read twice; a broken one leaves its old version serving; a removed one
     * retires its pattern.
     *
     * @param listener told of new versions before the switch and of old ones after it
     */
    ReloadReport reload(CatalogListener listener);
}
