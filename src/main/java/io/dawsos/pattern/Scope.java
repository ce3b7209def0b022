package io.dawsos.pattern;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where templates and conditions read: {@code ctx}, {@code inputs} and the results of the steps so far, each by its bare name
 * ({@code {{state.x}}} asks for {@code x}). Values may be records, maps, lists, arrays, texts, numbers, dates, {@code JsonNode} or
 * {@code Optional}. Must not change while a step is resolved.
 */
@FunctionalInterface
public interface Scope {

    /** The value of that name; null when there is none, as for the result of a skipped step. */
    @Nullable
    Object root(String name);

    /** Reads from a map. */
    static Scope of(Map<String, ?> values) {
        return values::get;
    }
}
