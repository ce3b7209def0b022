package io.dawsos.nightly;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One job of one night, as its report tells it.
 *
 * @param startedAt empty when it was skipped
 * @param duration zero while it runs
 * @param summary one sentence; empty while it runs and when it failed
 * @param warnings what somebody should look at
 * @param error why it failed
 */
public record JobRun(
        String name,
        boolean blocking,
        NightStatus status,
        Optional<Instant> startedAt,
        Duration duration,
        String summary,
        List<String> warnings,
        Optional<String> error) {
    public JobRun {
        warnings = List.copyOf(warnings);
    }

    static JobRun running(NightJob job, Instant at) {
        return new JobRun(
                job.name(),
                job.blocking(),
                NightStatus.RUNNING,
                Optional.of(at),
                Duration.ZERO,
                "",
                List.of(),
                Optional.empty());
    }

    static JobRun skipped(NightJob job, String reason) {
        return new JobRun(
                job.name(),
                job.blocking(),
                NightStatus.SKIPPED,
                Optional.empty(),
                Duration.ZERO,
                reason,
                List.of(),
                Optional.empty());
    }

    JobRun ended(JobReport report, Duration took) {
        NightStatus end = report.warnings().isEmpty() ? NightStatus.OK : NightStatus.WARNING;
        return new JobRun(name, blocking, end, startedAt, took, report.summary(), report.warnings(), Optional.empty());
    }

    JobRun failed(String why, Duration took) {
        return new JobRun(name, blocking, NightStatus.FAILED, startedAt, took, "", List.of(), Optional.of(why));
    }
}
