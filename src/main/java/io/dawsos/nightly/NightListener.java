package io.dawsos.nightly;

import io.dawsos.pricing.PackId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Who is told what happens in the night: logs, audit, metrics. Called in the thread that runs the night. */
public interface NightListener {

    /** A job ended, well or not. */
    default void jobEnded(NightRun run, JobRun job) {}

    /** A night ended; all its jobs are in the report. */
    default void runEnded(NightRun run) {}

    /** A portfolio was compared with its ledger. */
    default void reconciled(UUID owner, Reconciliation reconciliation) {}

    /** At the deadline there was no fresh pack. */
    default void deadlineMissed(LocalDate night, Instant now) {}

    /** The pack in error, because portfolios differ from their ledgers. */
    default void packRefused(PackId pack, int portfolios) {}
}
