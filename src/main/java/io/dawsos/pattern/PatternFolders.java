package io.dawsos.pattern;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.pattern.Snapshot.Served;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** The catalogue over files: one volatile reference to an immutable snapshot, replaced by a reload. */
final class PatternFolders implements PatternCatalog {

    private final List<PatternSource> sources;
    private final PatternReader reader;
    private final ReentrantLock reloading = new ReentrantLock();
    private volatile Snapshot current = Snapshot.EMPTY;

    PatternFolders(List<PatternSource> sources, PatternRules rules) {
        this.sources = List.copyOf(sources);
        this.reader = new PatternReader(rules);
    }

    @Override
    public Optional<Pattern> find(PatternId id) {
        return Optional.ofNullable(current.served().get(id)).map(Served::pattern);
    }

    @Override
    public Pattern require(String id) {
        return PatternId.parse(id).flatMap(this::find).orElseThrow(() -> notFound(id));
    }

    private Failure notFound(String id) {
        List<String> ids =
                current.served().keySet().stream().map(PatternId::value).toList();
        return new Failure(
                FailureReason.PATTERN_NOT_FOUND, "There is no pattern " + Words.quoted(id) + Words.nearest(id, ids));
    }

    @Override
    public List<Pattern> all() {
        return current.served().values().stream().map(Served::pattern).toList();
    }

    @Override
    public List<PatternProblem> problems() {
        return current.problems();
    }

    @Override
    public ReloadReport reload(CatalogListener listener) {
        reloading.lock();
        try {
            Reload reload = new Reload(current, reader, listener);
            sources.forEach(reload::read);
            Snapshot next = reload.deploy();
            current = next;
            List<PatternProblem> all = reload.retire();
            if (all.size() > next.problems().size()) {
                current = new Snapshot(next.served(), next.read(), all);
            }
            return reload.report(current);
        } finally {
            reloading.unlock();
        }
    }
}
