package io.dawsos.execution;

/** Begins to watch executions. */
@FunctionalInterface
public interface Observer {

    /**
     * Begins to watch one execution.
     *
     * @param patternId id of a loaded pattern, so that labels stay bounded; {@code unknown} for any other
     */
    Observation begin(String patternId, RequestIds ids);
}
