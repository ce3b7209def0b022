package io.dawsos;

import io.dawsos.capability.AnswerJson;
import io.dawsos.execution.AuditLog;
import io.dawsos.nightly.Discrepancy;
import io.dawsos.nightly.JobRun;
import io.dawsos.nightly.NightListener;
import io.dawsos.nightly.NightRun;
import io.dawsos.nightly.NightStatus;
import io.dawsos.nightly.Reconciliation;
import io.dawsos.pricing.PackId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What operators are told of the night: the log, the audit log and the metrics. */
final class NightAlerts implements NightListener {

    private static final Logger LOG = LoggerFactory.getLogger(NightAlerts.class);

    /** In whose name the program itself acts. */
    static final UUID PROGRAM = new UUID(0, 0);

    private final AuditLog audit;
    private final Clock clock;
    private final Timer buildTime;
    private final Counter built;
    private final Counter notBuilt;
    private final Counter unreconciled;
    private final DistributionSummary differences;

    NightAlerts(AuditLog audit, MeterRegistry meters, Clock clock) {
        this.audit = audit;
        this.clock = clock;
        buildTime = Timer.builder("pricing.pack.build.duration")
                .serviceLevelObjectives(
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(300),
                        Duration.ofSeconds(600),
                        Duration.ofSeconds(900),
                        Duration.ofSeconds(1200))
                .register(meters);
        built = meters.counter("pricing.pack.build.success");
        notBuilt = meters.counter("pricing.pack.build.failures");
        unreconciled = meters.counter("reconciliation.failures");
        differences = DistributionSummary.builder("ledger.reconciliation.diff.bp")
                .description("Difference in value between database and ledger, a portfolio a night, in basis points")
                .serviceLevelObjectives(0.01, 0.1, 1, 10, 100)
                .register(meters);
    }

    @Override
    public void jobEnded(NightRun run, JobRun job) {
        if (!job.name().equals("build_pack")) {
            return;
        }
        if (job.status() == NightStatus.FAILED) {
            notBuilt.increment();
        } else {
            built.increment();
            buildTime.record(job.duration());
        }
    }

    @Override
    public void runEnded(NightRun run) {
        if (run.status() != NightStatus.FAILED) {
            return;
        }
        JobRun stopped = run.stoppedBy().orElseThrow();
        LOG.error(
                "The night of {} failed at {}: {}",
                run.date(),
                stopped.name(),
                stopped.error().orElse(""));
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("date", run.date());
        details.put("job", stopped.name());
        details.put("error", stopped.error());
        note(PROGRAM, Optional.empty(), "night_failed", details);
    }

    @Override
    public void reconciled(UUID owner, Reconciliation reconciliation) {
        differences.record(reconciliation.maxErrorBps().doubleValue());
        if (reconciliation.passed()) {
            return;
        }
        unreconciled.increment();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("pack_id", reconciliation.pack().toString());
        details.put("ledger_commit_hash", reconciliation.ledgerCommit());
        details.put(
                "errors",
                reconciliation.discrepancies().stream()
                        .map(Discrepancy::kind)
                        .map(Enum::name)
                        .toList());
        LOG.error("Portfolio {} differs from its ledger: {}", reconciliation.portfolioId(), details);
        note(owner, Optional.of(reconciliation.portfolioId()), "reconciliation_failed", details);
    }

    @Override
    public void deadlineMissed(LocalDate night, Instant now) {
        LOG.error("The night of {} has no fresh pack, and its time is over", night);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("date", night);
        details.put("at", now);
        note(PROGRAM, Optional.empty(), "pricing_pack_deadline_missed", details);
    }

    @Override
    public void packRefused(PackId pack, int portfolios) {
        LOG.error("Pack {} is in error: {} portfolios differ from their ledgers", pack, portfolios);
    }

    private void note(UUID user, Optional<UUID> portfolio, String action, Map<String, Object> details) {
        String json = new String(AnswerJson.bytes(details), StandardCharsets.UTF_8);
        audit.append(new AuditLog.Entry(user, portfolio, action, json, Optional.empty(), clock.instant()));
    }
}
