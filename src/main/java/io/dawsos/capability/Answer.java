package io.dawsos.capability;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

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
        SortedSet<String> sources,
        SortedSet<String> providers,
        Optional<LocalDate> asOf,
        OptionalInt ttlSeconds,
        List<String> warnings) {

    public Answer {
        sources = Collections.unmodifiableSortedSet(new TreeSet<>(sources));
        providers = Collections.unmodifiableSortedSet(new TreeSet<>(providers));
        warnings = List.copyOf(warnings);
    }

    public static <T> Answer<T> of(T value) {
        return new Answer<>(
                value,
                Collections.emptySortedSet(),
                Collections.emptySortedSet(),
                Optional.empty(),
                OptionalInt.empty(),
                List.of());
    }

    /** Adds sources. */
    public Answer<T> from(String... more) {
        SortedSet<String> all = new TreeSet<>(sources);
        Collections.addAll(all, more);
        return new Answer<>(value, all, providers, asOf, ttlSeconds, warnings);
    }

    /** Adds data providers. */
    public Answer<T> by(Collection<String> more) {
        SortedSet<String> all = new TreeSet<>(providers);
        all.addAll(more);
        return new Answer<>(value, sources, all, asOf, ttlSeconds, warnings);
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
