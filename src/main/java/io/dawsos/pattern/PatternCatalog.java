package io.dawsos.pattern;

import java.util.List;
import java.util.Optional;

/** temporary. */
public interface PatternCatalog {
    Optional<Pattern> find(String id);

    Pattern require(String id);

    List<Pattern> all();
}
