package io.dawsos.nightly;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The checkpoints: which nights were run, and how far each came. Changed only by who holds the lock. */
public interface NightRuns {

    /** Takes the lock of the policy; empty when another process or thread has it. Never waits. */
    Optional<NightLock> lock(String policy);

    /** The last attempt of this night. */
    Optional<NightRun> find(LocalDate date, String policy);

    /** The last attempts of the newest nights, newest date first. */
    List<NightRun> newest(String policy, int limit);

    /** Begins an attempt: what {@code opening} says but for its id, which is given here. */
    NightRun open(NightRun opening);

    /** Takes an attempt up again. */
    NightRun reopen(NightRun run);

    /**
     * Writes what is known of jobs, over what was known before.
     *
     * @param first position of the first of them in the chain
     */
    void record(NightRun run, int first, List<JobRun> jobs);

    /** Ends an attempt. */
    void finish(NightRun run, NightStatus status, Instant at);
}
