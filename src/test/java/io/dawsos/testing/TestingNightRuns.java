package io.dawsos.testing;

import io.dawsos.nightly.JobRun;
import io.dawsos.nightly.NightLock;
import io.dawsos.nightly.NightRun;
import io.dawsos.nightly.NightRuns;
import io.dawsos.nightly.NightStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** Checkpoints in memory. */
public final class TestingNightRuns implements NightRuns {

    private final AtomicBoolean locked = new AtomicBoolean();
    private final List<NightRun> runs = new CopyOnWriteArrayList<>();
    private final Map<Long, SortedMap<Integer, JobRun>> jobsByPlace = new ConcurrentHashMap<>();

    /** Whether somebody runs a night. */
    public boolean isLocked() {
        return locked.get();
    }

    @Override
    public Optional<NightLock> lock(String policy) {
        return locked.compareAndSet(false, true) ? Optional.of(new Lock()) : Optional.empty();
    }

    private final class Lock implements NightLock {
        @Override
        public void requireHeld() {
            if (!locked.get()) {
                throw new IllegalStateException("The lock was lost");
            }
        }

        @Override
        public void close() {
            locked.set(false);
        }
    }

    /** As if the process that holds it had been killed. */
    public void kill() {
        locked.set(false);
    }

    @Override
    public Optional<NightRun> find(LocalDate date, String policy) {
        return newest(policy, Integer.MAX_VALUE).stream()
                .filter(run -> run.date().equals(date))
                .findFirst();
    }

    @Override
    public List<NightRun> newest(String policy, int limit) {
        return runs.stream()
                .sorted(Comparator.comparing(NightRun::date)
                        .thenComparing(NightRun::attempt)
                        .reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public NightRun open(NightRun opening) {
        NightRun run = copy(opening, runs.size(), opening.status(), Optional.empty(), 0, List.of());
        runs.add(run);
        return run;
    }

    @Override
    public NightRun reopen(NightRun run) {
        return replace(copy(run, run.id(), NightStatus.RUNNING, Optional.empty(), run.resumed() + 1, run.jobs()));
    }

    @Override
    public void record(NightRun run, int first, List<JobRun> jobs) {
        NightRun now = runs.get((int) run.id());
        SortedMap<Integer, JobRun> all = jobsByPlace.computeIfAbsent(run.id(), id -> new TreeMap<>());
        for (int i = 0; i < jobs.size(); i++) {
            all.put(first + i, jobs.get(i));
        }
        replace(copy(now, now.id(), now.status(), now.finishedAt(), now.resumed(), List.copyOf(all.values())));
    }

    @Override
    public void finish(NightRun run, NightStatus status, Instant at) {
        NightRun now = runs.get((int) run.id());
        replace(copy(now, now.id(), status, Optional.of(at), now.resumed(), now.jobs()));
    }

    private NightRun replace(NightRun run) {
        runs.set((int) run.id(), run);
        return run;
    }

    private static NightRun copy(
            NightRun run, long id, NightStatus status, Optional<Instant> end, int resumed, List<JobRun> jobs) {
        return new NightRun(
                id,
                run.date(),
                run.policy(),
                run.attempt(),
                run.first(),
                run.origin(),
                status,
                run.startedAt(),
                end,
                resumed,
                jobs);
    }
}
