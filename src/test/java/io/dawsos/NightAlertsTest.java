package io.dawsos;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.dawsos.execution.AuditLog;
import io.dawsos.nightly.Discrepancy;
import io.dawsos.nightly.JobRun;
import io.dawsos.nightly.NightOrigin;
import io.dawsos.nightly.NightRun;
import io.dawsos.nightly.NightStatus;
import io.dawsos.nightly.Reconciliation;
import io.dawsos.pricing.PackId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NightAlertsTest {

    private static final LocalDate NIGHT = LocalDate.of(2023, 12, 29);
    private static final UUID OWNER = UUID.fromString("00000000-0000-0000-0000-00000000000a");
    private static final UUID PORTFOLIO = UUID.fromString("11111111-0000-0000-0000-00000000000a");

    private final List<AuditLog.Entry> audit = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final NightAlerts alerts = new NightAlerts(audit::add, meters, new TestingClock());
    private final LoggedEvents log = LoggedEvents.listen();

    @AfterEach
    void stopListening() {
        log.close();
    }

    private List<String> errors() {
        return log.at(Level.ERROR).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private static JobRun build(NightStatus status) {
        return new JobRun(
                "build_pack",
                true,
                status,
                Optional.of(Instant.EPOCH),
                Duration.ofSeconds(3),
                "",
                List.of(),
                status == NightStatus.FAILED ? Optional.of("no prices") : Optional.empty());
    }

    private static NightRun run(NightStatus status) {
        return new NightRun(
                1,
                NIGHT,
                "TEST",
                1,
                NIGHT,
                NightOrigin.SCHEDULE,
                status,
                Instant.EPOCH,
                Optional.of(Instant.EPOCH),
                0,
                List.of(build(status)));
    }

    @Test
    void aMissedDeadlineIsInTheLogAndInTheAuditInTheNameOfTheProgram() {
        alerts.deadlineMissed(NIGHT, Instant.parse("2024-01-02T05:15:00Z"));
        assertThat(errors()).containsExactly("The night of 2023-12-29 has no fresh pack, and its time is over");
        assertThat(audit).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("pricing_pack_deadline_missed");
            assertThat(entry.userId()).isEqualTo(NightAlerts.PROGRAM);
            assertThat(entry.details()).isEqualTo("{\"at\":\"2024-01-02T05:15:00Z\",\"date\":\"2023-12-29\"}");
        });
    }

    @Test
    void aReconciliationThatFailedIsInTheAuditOfTheOwnerAndCounted() {
        Discrepancy units = new Discrepancy(
                "AAPL",
                Discrepancy.Kind.QUANTITY_MISMATCH,
                Optional.of(BigDecimal.TEN),
                Optional.of(BigDecimal.ONE),
                Optional.empty(),
                "Units differ");
        alerts.reconciled(OWNER, reconciliation(List.of(units)));
        alerts.reconciled(OWNER, reconciliation(List.of()));
        assertThat(meters.counter("reconciliation.failures").count()).isEqualTo(1);
        assertThat(meters.summary("ledger.reconciliation.diff.bp").count()).isEqualTo(2);
        assertThat(audit).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("reconciliation_failed");
            assertThat(entry.userId()).isEqualTo(OWNER);
            assertThat(entry.portfolioId()).contains(PORTFOLIO);
            assertThat(entry.details()).contains("QUANTITY_MISMATCH").doesNotContain("AAPL");
        });
        assertThat(errors()).hasSize(1);
    }

    private static Reconciliation reconciliation(List<Discrepancy> found) {
        return new Reconciliation(
                PORTFOLIO, new PackId(NIGHT, 1), "a".repeat(40), 3, BigDecimal.ZERO, List.of(), found, Instant.EPOCH);
    }

    @Test
    void aNightThatFailedIsToldWithItsJob() {
        alerts.runEnded(run(NightStatus.FAILED));
        alerts.runEnded(run(NightStatus.WARNING));
        assertThat(errors()).containsExactly("The night of 2023-12-29 failed at build_pack: no prices");
        assertThat(audit).extracting(AuditLog.Entry::action).containsExactly("night_failed");
    }

    @Test
    void buildsAreCountedAndTimed() {
        alerts.jobEnded(run(NightStatus.OK), build(NightStatus.OK));
        alerts.jobEnded(run(NightStatus.FAILED), build(NightStatus.FAILED));
        assertThat(meters.counter("pricing.pack.build.success").count()).isEqualTo(1);
        assertThat(meters.counter("pricing.pack.build.failures").count()).isEqualTo(1);
        assertThat(meters.timer("pricing.pack.build.duration").count()).isEqualTo(1);
    }
}
