package io.dawsos.pattern;

import io.dawsos.pattern.PatternSource.Listing;
import io.dawsos.pattern.Snapshot.Read;
import io.dawsos.pattern.Snapshot.Served;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** One reload: reads the sources, deploys what is new, retires what is gone. Used once. */
final class Reload {

    private final Snapshot old;
    private final PatternReader reader;
    private final CatalogListener listener;

    private final Map<String, Read> read = new TreeMap<>();
    private final Set<String> incomplete = new LinkedHashSet<>();
    private final SortedMap<PatternId, List<Served>> candidates = new TreeMap<>();
    private final SortedMap<PatternId, Served> next = new TreeMap<>();
    private final List<PatternId> loaded = new ArrayList<>();
    private final List<Pattern> gone = new ArrayList<>();
    private final List<PatternProblem> problems = new ArrayList<>();

    Reload(Snapshot old, PatternReader reader, CatalogListener listener) {
        this.old = old;
        this.reader = reader;
        this.listener = listener;
    }

    void read(PatternSource source) {
        Listing listing = source.list();
        problems.addAll(listing.problems());
        listing.files().forEach(this::read);
        if (!listing.complete()) {
            incomplete.add(source.label());
        }
    }

    private void read(PatternFile file) {
        Read before = old.read().get(file.name());
        Read now =
                before != null && before.hash().equals(file.hash()) ? before : new Read(file.hash(), reader.read(file));
        read.put(file.name(), now);
        problems.addAll(now.result().problems());
        now.result()
                .pattern()
                .ifPresent(pattern -> candidates
                        .computeIfAbsent(pattern.id(), id -> new ArrayList<>())
                        .add(new Served(pattern, file.name())));
    }

    /** Deploys what is new; the answer is the state to switch to. */
    Snapshot deploy() {
        candidates.forEach((id, files) -> serve(id, choose(files)));
        old.served().forEach((id, served) -> {
            if (!next.containsKey(id) && mayStillBeThere(served.file())) {
                next.put(id, served);
            }
        });
        return new Snapshot(next, read, problems);
    }

    /** The file already served, else the first in the order of the sources; the others are problems. */
    private Served choose(List<Served> files) {
        PatternId id = files.get(0).pattern().id();
        Optional<String> serving = Optional.ofNullable(old.served().get(id)).map(Served::file);
        Served chosen = files.stream()
                .filter(candidate -> serving.equals(Optional.of(candidate.file())))
                .findFirst()
                .orElse(files.get(0));
        for (Served other : files) {
            if (!other.file().equals(chosen.file())) {
                problems.add(new PatternProblem(
                        other.file(),
                        "/id",
                        "'" + id + "' is already defined in " + chosen.file() + "; this file is ignored"));
            }
        }
        return chosen;
    }

    private void serve(PatternId id, Served candidate) {
        Served before = old.served().get(id);
        if (before != null
                && before.pattern().version().equals(candidate.pattern().version())) {
            next.put(id, new Served(before.pattern(), candidate.file()));
            return;
        }
        try {
            listener.deploy(candidate.pattern());
            next.put(id, candidate);
            loaded.add(id);
        } catch (Exception fault) {
            problems.add(new PatternProblem(candidate.file(), "", "cannot be deployed: " + reason(fault)));
            if (before != null) {
                next.put(id, before);
            }
        }
    }

    /** A file that is broken, or that lies where something could not be read. */
    private boolean mayStillBeThere(String file) {
        Read now = read.get(file);
        boolean broken = now != null && now.result().pattern().isEmpty();
        boolean unseen = now == null && incomplete.stream().anyMatch(label -> file.startsWith(label + "/"));
        return broken || unseen;
    }

    /** Retires what is served no more, after the switch. Returns all problems, with those of the retirement. */
    List<PatternProblem> retire() {
        old.served().forEach((id, served) -> {
            Served now = next.get(id);
            if (now == null || !now.pattern().version().equals(served.pattern().version())) {
                retire(served, now == null);
            }
        });
        return problems;
    }

    private void retire(Served served, boolean removed) {
        if (removed) {
            gone.add(served.pattern());
        }
        try {
            listener.retire(served.pattern());
        } catch (Exception fault) {
            problems.add(new PatternProblem(served.file(), "", "cannot be retired: " + reason(fault)));
        }
    }

    private static String reason(Exception fault) {
        return Words.harmless(fault.getClass().getSimpleName() + ": " + fault.getMessage());
    }

    ReloadReport report(Snapshot now) {
        return new ReloadReport(
                loaded, gone.stream().map(Pattern::id).toList(), now.served().size() - loaded.size(), now.problems());
    }
}
