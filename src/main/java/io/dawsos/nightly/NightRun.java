package io.dawsos.nightly;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The report of a night.
 *
 * @param id of its row
 * @param date day of the pack that it is about
 * @param policy rule of the pack
 * @param attempt from 1; a finished night that was forced is run anew under the next number
 * @param first first day that a pack was missing for; before {@code date} when the night caught up with several days at once
 * @param resumed how often it was taken up again after it had been killed or had failed
 * @param jobs in the order of the chain, those that were reached or skipped
 */
public record NightRun(
        long id,
        LocalDate date,
        String policy,
        int attempt,
        LocalDate first,
        NightOrigin origin,
        NightStatus status,
        Instant startedAt,
        Optional<Instant> finishedAt,
        int resumed,
        List<JobRun> jobs) {
    public NightRun {
        jobs = List.copyOf(jobs);
    }

    /** {@code backfill} when it caught up with several days at once, else {@code night}. */
    public String kind() {
        return first.isBefore(date) ? "backfill" : "night";
    }

    /** What is known of a job. */
    public Optional<JobRun> job(String name) {
        return jobs.stream().filter(job -> job.name().equals(name)).findFirst();
    }

    /** The blocking job that ended the chain. */
    public Optional<JobRun> stoppedBy() {
        return jobs.stream()
                .filter(job -> job.blocking() && job.status() == NightStatus.FAILED)
                .findFirst();
    }
}
