package io.dawsos.capability;

import io.dawsos.execution.Names;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a capability returns: the value, and where it comes from.
 *
 * @param value the result; records and lists of records, so that later steps can address its members
 * @param sources where it was read, for instance {@code ledger:1a2b3c4d} or {@code pricing_pack:20231229_v1}, sorted
 * @param providers data providers behind it, sorted; an answer without any is not exportable
 * @param asOf day for which the value holds; empty when it holds always
 * @param ttlSeconds how long a client may keep it before asking again
 * @param warnings what a reader should know, for instance a price carried forward
 */
public record Answer<T>(
        T value,
        List<String> sources,
        List<String> providers,
        Optional<LocalDate> asOf,
        OptionalInt ttlSeconds,
        List<String> warnings) {

    public Answer {
        sources = Names.sorted(sources);
        providers = Names.sorted(providers);
        warnings = List.copyOf(warnings);
    }

    public static <T> Answer<T> of(T value) {
        return new Answer<>(value, List.of(), List.of(), Optional.empty(), OptionalInt.empty(), List.of());
    }

    /** Adds sources. */
    public Answer<T> from(String... more) {
        return new Answer<>(
                value, Names.union(sources, Names.sorted(List.of(more))), providers, asOf, ttlSeconds, warnings);
    }

    /** Adds data providers. */
    public Answer<T> by(Collection<String> more) {
        return new Answer<>(value, sources, Names.union(providers, Names.sorted(more)), asOf, ttlSeconds, warnings);
    }

    public Answer<T> asOf(LocalDate day) {
        return new Answer<>(value, sources, providers, Optional.of(day), ttlSeconds, warnings);
    }

    public Answer<T> ttl(int seconds) {
        return new Answer<>(value, sources, providers, asOf, OptionalInt.of(seconds), warnings);
    }

    /** Replaces the warnings. */
    public Answer<T> warning(List<String> all) {
        return new Answer<>(value, sources, providers, asOf, ttlSeconds, all);
    }
}
