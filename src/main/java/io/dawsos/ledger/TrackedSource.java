package io.dawsos.ledger;

import io.dawsos.ledger.beancount.JournalSource;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/** Files of another source; remembers which were read. Not safe for use by several threads. */
public final class TrackedSource implements JournalSource {

    private final JournalSource source;
    private final SortedSet<String> paths = new TreeSet<>();

    public TrackedSource(JournalSource source) {
        this.source = source;
    }

    @Override
    public Optional<byte[]> read(String path) {
        paths.add(path);
        return source.read(path);
    }

    @Override
    public OptionalLong size(String path) {
        paths.add(path);
        return source.size(path);
    }

    /** Every file asked for up to now. */
    public SortedSet<String> paths() {
        return Collections.unmodifiableSortedSet(paths);
    }
}
