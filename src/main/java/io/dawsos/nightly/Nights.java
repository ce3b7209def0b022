package io.dawsos.nightly;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.failure.Violation;
import io.dawsos.pricing.PricingPack;
import io.dawsos.pricing.PricingPacks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs nights, job by job, with a checkpoint after each: a night that was killed or failed goes on at the job it was in, a finished one
 * is not run again, and nobody runs a night while another process does. The order of the jobs is that of
 * {@code routes/nightly.camel.yaml}, which calls {@link #run} for each.
 */
public final class Nights {

    private static final Logger LOG = LoggerFactory.getLogger(Nights.class);

    /** The clock of another replica may start the same night a moment later: what just failed is not tried again by it. */
    private static final Duration NOT_AGAIN_WITHIN = Duration.ofMinutes(30);

    /**
     * What nights are made of.
     *
     * @param jobs in the order of the chain
     * @param policy rule of the packs
     * @param firstDay where packs begin in a database that has none
     */
    public record Parts(
            List<NightJob> jobs,
            NightRuns runs,
            PricingPacks packs,
            String policy,
            LocalDate firstDay,
            NightDates dates,
            NightListener listener,
            Clock clock) {
        public Parts {
            jobs = List.copyOf(jobs);
        }
    }

    private final Parts parts;

    public Nights(Parts parts) {
        this.parts = parts;
    }

    /** The jobs, in the order of the chain. */
    public List<NightJob> jobs() {
        return parts.jobs();
    }

    /** The day that the latest night is about. */
    public LocalDate due() {
        return parts.dates().due(parts.clock().instant());
    }

    /** The report of a night, where it was run. */
    public Optional<NightRun> find(LocalDate date) {
        return parts.runs().find(date, parts.policy());
    }

    /** The reports of the newest nights, newest first. */
    public List<NightRun> newest(int limit) {
        return parts.runs().newest(parts.policy(), limit);
    }

    /**
     * Claims a night; empty when it is finished and the request does not force it. Who gets one must hand it to {@link #end} or
     * {@link #abandon}. Throws {@link Failure}: NIGHT_RUNNING when a night is being run elsewhere, VALIDATION_FAILED for an unknown job or a day
     * that is not over.
     */
    public Optional<ActiveNight> begin(NightRequest request) {
        request.job().ifPresent(this::job);
        if (!parts.dates().isOver(request.date(), parts.clock().instant())) {
            throw Failure.invalid(List.of(new Violation(
                    "/date",
                    request.date() + " is not over in " + parts.dates().zone() + "; the latest night is of " + due())));
        }
        NightLock lock = parts.runs()
                .lock(parts.policy())
                .orElseThrow(() -> new Failure(
                        FailureReason.NIGHT_RUNNING,
                        "A night is being run already; its report is GET /v1/nightly/runs, try again when it is done"));
        try {
            Optional<ActiveNight> night = claim(request).map(run -> new ActiveNight(request, run, lock));
            if (night.isEmpty()) {
                lock.close();
            }
            return night;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private Optional<NightRun> claim(NightRequest request) {
        Optional<NightRun> last = find(request.date());
        if (last.isEmpty()) {
            return Optional.of(parts.runs().open(opening(request, 1)));
        }
        NightRun before = last.orElseThrow();
        boolean finished = before.status().done() || before.status() == NightStatus.FAILED;
        if (request.job().isPresent() || !finished) {
            return Optional.of(resumed(before));
        }
        if (request.force()) {
            return Optional.of(parts.runs().open(opening(request, before.attempt() + 1)));
        }
        return before.status().done() || isTooSoon(request, before) ? Optional.empty() : Optional.of(resumed(before));
    }

    private boolean isTooSoon(NightRequest request, NightRun failed) {
        Instant earliest = failed.finishedAt().orElse(failed.startedAt()).plus(NOT_AGAIN_WITHIN);
        return request.origin() == NightOrigin.SCHEDULE
                && parts.clock().instant().isBefore(earliest);
    }

    private NightRun resumed(NightRun before) {
        String at = before.jobs().stream()
                .filter(job -> !job.status().done())
                .map(JobRun::name)
                .findFirst()
                .orElse("the next job");
        LOG.info(
                "The night of {} was {}; it goes on at {}",
                before.date(),
                before.status().word(),
                at);
        return parts.runs().reopen(before);
    }

    private NightRun opening(NightRequest request, int attempt) {
        LocalDate first = parts.packs()
                .newest()
                .map(PricingPack::date)
                .map(NightDates::businessDayAfter)
                .orElse(parts.firstDay());
        LOG.info("The night of {} begins{}", request.date(), attempt > 1 ? ", attempt " + attempt : "");
        return new NightRun(
                0,
                request.date(),
                parts.policy(),
                attempt,
                first.isBefore(request.date()) ? first : request.date(),
                request.origin(),
                NightStatus.RUNNING,
                parts.clock().instant(),
                Optional.empty(),
                0,
                List.of());
    }

    /**
     * Runs one job, unless it is finished or not asked for. Throws {@link NightStopped} when a blocking one fails; the failure of any
     * other is recorded and the chain goes on.
     */
    public void run(ActiveNight night, String name) {
        if (!night.wants(name)) {
            return;
        }
        night.lock().requireHeld();
        NightJob job = job(name);
        JobRun started = JobRun.running(job, parts.clock().instant());
        record(night, started);
        try {
            JobReport report = job.run(night.request().date());
            ended(night, started.ended(report, since(started)));
        } catch (RuntimeException e) {
            ended(night, started.failed(FaultWords.of(name, e), since(started)));
            if (job.blocking()) {
                throw new NightStopped(name, e);
            }
        } catch (Error e) {
            // the job stays as one that was killed; the route would go on after anything that is no exception
            throw new IllegalStateException("The job " + name + " was broken off", e);
        }
    }

    private Duration since(JobRun started) {
        return Duration.between(started.startedAt().orElseThrow(), parts.clock().instant());
    }

    private void ended(ActiveNight night, JobRun job) {
        record(night, job);
        if (job.status() == NightStatus.OK) {
            LOG.info("{}: {}", job.name(), job.summary());
        } else {
            LOG.warn("{} {}: {}", job.name(), job.status().word(), job.error().orElse(job.summary() + warnings(job)));
        }
        parts.listener().jobEnded(night.run(), job);
    }

    private static String warnings(JobRun job) {
        return String.join(
                "", job.warnings().stream().map(text -> "\n  " + text).toList());
    }

    private void record(ActiveNight night, JobRun job) {
        parts.runs().record(night.run(), position(job.name()), List.of(job));
    }

    /** Completes the report, and lets others run nights. */
    public NightRun end(ActiveNight night) {
        try {
            NightRun reached = find(night.request().date()).orElseThrow();
            if (night.request().job().isEmpty() && reached.stoppedBy().isPresent()) {
                skipAfter(reached, reached.stoppedBy().orElseThrow());
            }
            NightRun complete = find(night.request().date()).orElseThrow();
            parts.runs().finish(complete, outcome(complete), parts.clock().instant());
            NightRun report = find(night.request().date()).orElseThrow();
            LOG.info("The night of {}\n{}", report.date(), NightTable.of(report));
            parts.listener().runEnded(report);
            return report;
        } finally {
            night.lock().close();
        }
    }

    private void skipAfter(NightRun run, JobRun failed) {
        int next = position(failed.name()) + 1;
        List<JobRun> skipped = new ArrayList<>();
        for (NightJob job : parts.jobs().subList(next, parts.jobs().size())) {
            skipped.add(JobRun.skipped(job, "not reached: " + failed.name() + " failed"));
        }
        parts.runs().record(run, next, skipped);
    }

    private NightStatus outcome(NightRun run) {
        if (run.stoppedBy().isPresent()) {
            return NightStatus.FAILED;
        }
        boolean all = parts.jobs().stream()
                .allMatch(job -> run.job(job.name())
                        .filter(known -> known.status() != NightStatus.SKIPPED)
                        .isPresent());
        if (!all) {
            return NightStatus.INCOMPLETE;
        }
        boolean clean = run.jobs().stream().allMatch(job -> job.status() == NightStatus.OK);
        return clean ? NightStatus.OK : NightStatus.WARNING;
    }

    /** Leaves a night as it stands, to be resumed: its report could not be written, or it was told to stop in the middle. */
    public void abandon(ActiveNight night, Throwable cause) {
        night.lock().close();
        LOG.error(
                "The night of {} was broken off and can be resumed",
                night.request().date(),
                cause);
    }

    private NightJob job(String name) {
        return parts.jobs().stream()
                .filter(job -> job.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Failure.invalid(List.of(new Violation(
                        "/job",
                        "There is no job '" + name + "' in the night; there are "
                                + String.join(
                                        ", ",
                                        parts.jobs().stream()
                                                .map(NightJob::name)
                                                .toList())))));
    }

    private int position(String name) {
        return parts.jobs().indexOf(job(name));
    }
}
