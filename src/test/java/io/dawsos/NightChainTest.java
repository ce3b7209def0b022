package io.dawsos;

import static io.dawsos.TestingJobs.NAMES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.nightly.ActiveNight;
import io.dawsos.nightly.JobReport;
import io.dawsos.nightly.JobRun;
import io.dawsos.nightly.NightDates;
import io.dawsos.nightly.NightListener;
import io.dawsos.nightly.NightOrigin;
import io.dawsos.nightly.NightRequest;
import io.dawsos.nightly.NightRun;
import io.dawsos.nightly.NightStatus;
import io.dawsos.nightly.NightTable;
import io.dawsos.nightly.Nights;
import io.dawsos.testing.TestingNightRuns;
import io.dawsos.testing.TestingPacks;
import io.dawsos.testing.TestingPricingPacks;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The route of the night as it is shipped, over jobs of a test. */
class NightChainTest {

    private static final LocalDate DAY = LocalDate.of(2023, 12, 29);

    private final TestingJobs jobs = new TestingJobs();
    private final TestingNightRuns runs = new TestingNightRuns();
    private final TestingClock clock = new TestingClock();
    private final List<String> told = new ArrayList<>();
    private Nights nights;
    private NightRoute route;

    private final class Told implements NightListener {
        @Override
        public void jobEnded(NightRun run, JobRun job) {
            told.add(job.name() + " " + job.status().word());
        }

        @Override
        public void runEnded(NightRun run) {
            told.add("night " + run.status().word());
        }
    }

    @BeforeEach
    void start() {
        NightDates dates = new NightDates(ZoneOffset.UTC, LocalTime.of(0, 5), Duration.ofMinutes(10), Optional.empty());
        nights = new Nights(new Nights.Parts(
                jobs.all(),
                runs,
                new TestingPricingPacks(List.of(
                        TestingPacks.on("2023-12-28").rate("USD", "CAD", "1.36").book())),
                "TEST",
                DAY,
                dates,
                new Told(),
                clock));
        route = NightRoute.start(nights);
    }

    @AfterEach
    void stop() {
        route.close();
    }

    private Optional<NightRun> run(NightRequest request) {
        Optional<ActiveNight> claimed = nights.begin(request);
        return claimed.map(route::run);
    }

    private NightRun night() {
        return run(NightRequest.of(DAY, NightOrigin.COMMAND)).orElseThrow();
    }

    private static List<String> from(String job) {
        return NAMES.subList(NAMES.indexOf(job), NAMES.size());
    }

    private static JobReport fail(String why) {
        throw new IllegalStateException(why);
    }

    private static List<String> statuses(NightRun run) {
        return run.jobs().stream().map(job -> job.status().word()).toList();
    }

    @Test
    void theJobsRunInTheOrderOfTheRouteAndTheReportTellsEach() {
        NightRun run = night();

        assertThat(jobs.ran()).isEqualTo(NAMES);
        assertThat(run.status()).isEqualTo(NightStatus.OK);
        assertThat(run.kind()).isEqualTo("night");
        assertThat(run.jobs()).extracting(JobRun::name).isEqualTo(NAMES);
        assertThat(run.jobs()).extracting(JobRun::summary).contains("did build_pack", "did evaluate_alerts");
        assertThat(told).hasSize(NAMES.size() + 1).contains("build_pack ok").endsWith("night ok");
        assertThat(NightTable.of(run)).contains("build_pack             ok").contains("attempt 1: ok in 0.00 s");
        assertThat(runs.isLocked()).isFalse();
    }

    @Nested
    class AJobThatFails {

        @Test
        void endsTheNightWhereItBlocks() {
            jobs.let("reconcile_ledger", () -> fail("books differ"));
            NightRun run = night();

            assertThat(run.status()).isEqualTo(NightStatus.FAILED);
            assertThat(jobs.ran())
                    .containsExactly(
                            "build_pack", "load_indicators", "extend_history", "import_ledger", "reconcile_ledger");
            assertThat(statuses(run))
                    .startsWith("ok", "ok", "ok", "ok", "failed")
                    .hasSize(NAMES.size())
                    .endsWith("skipped", "skipped", "skipped", "skipped", "skipped", "skipped");
            assertThat(run.job("reconcile_ledger").orElseThrow().error()).contains("books differ");
            assertThat(run.job("mark_pack_fresh").orElseThrow().summary())
                    .isEqualTo("not reached: reconcile_ledger failed");
            assertThat(runs.isLocked()).isFalse();
        }

        @Test
        void isAWarningWhereItDoesNotBlock() {
            jobs.let("compute_daily_metrics", () -> fail("no numbers"));
            NightRun run = night();

            assertThat(run.status()).isEqualTo(NightStatus.WARNING);
            assertThat(jobs.ran()).isEqualTo(NAMES);
            assertThat(run.job("compute_daily_metrics").orElseThrow().status()).isEqualTo(NightStatus.FAILED);
            assertThat(told).contains("compute_daily_metrics failed", "mark_pack_fresh ok", "night warning");
        }

        @Test
        void isTheOneThatTheNextRunBeginsWith() {
            jobs.let("reconcile_ledger", () -> fail("books differ"));
            night();
            jobs.ran();
            jobs.mend("reconcile_ledger");
            NightRun run = night();

            assertThat(jobs.ran()).isEqualTo(from("reconcile_ledger"));
            assertThat(run.status()).isEqualTo(NightStatus.OK);
            assertThat(run.resumed()).isEqualTo(1);
            assertThat(run.attempt()).isEqualTo(1);
        }

        @Test
        void isNotTriedAgainByTheClockOfAnotherReplica() {
            jobs.let("build_pack", () -> fail("no prices"));
            night();
            NightRequest clockwork = NightRequest.of(DAY, NightOrigin.SCHEDULE);
            assertThat(run(clockwork)).isEmpty();
            clock.advance(Duration.ofMinutes(31));
            assertThat(run(clockwork)).isPresent();
        }

        @Test
        void forAReasonNobodyForesawSaysNothingOfTheInside() {
            jobs.let("build_pack", () -> {
                throw new UnsupportedOperationException("select secret from table");
            });
            assertThat(night().job("build_pack").orElseThrow().error())
                    .contains("It failed for a reason that nobody foresaw; the log has it");
        }
    }

    @Test
    void aWarningOfAJobIsOneOfTheNight() {
        jobs.let("import_ledger", () -> new JobReport("did most", List.of("one is missing")));
        NightRun run = night();

        assertThat(run.status()).isEqualTo(NightStatus.WARNING);
        assertThat(NightTable.of(run))
                .contains("import_ledger          warning")
                .contains("! one is missing");
    }

    @Nested
    class ANightThatWasKilled {

        private void killIn(String job) {
            jobs.let(job, () -> {
                runs.kill();
                throw new OutOfMemoryError("the end");
            });
            assertThatThrownBy(() -> night()).hasMessage("The job " + job + " was broken off");
            assertThat(jobs.ran()).endsWith(job);
            jobs.mend(job);
        }

        @Test
        void staysOpenAndGoesOnAtTheJobItWasIn() {
            killIn("prewarm_factors");
            assertThat(nights.find(DAY).orElseThrow().status()).isEqualTo(NightStatus.RUNNING);

            NightRun run = run(NightRequest.of(DAY, NightOrigin.SCHEDULE)).orElseThrow();

            assertThat(jobs.ran()).isEqualTo(from("prewarm_factors"));
            assertThat(run.status()).isEqualTo(NightStatus.OK);
        }

        @Test
        void doesNotGoOnWhenItsLockWasLost() {
            jobs.let("build_pack", () -> {
                runs.kill();
                return new JobReport("did it", List.of());
            });
            assertThatThrownBy(() -> night()).hasMessage("The lock was lost");
            assertThat(jobs.ran()).containsExactly("build_pack");
            assertThat(nights.find(DAY).orElseThrow().status()).isEqualTo(NightStatus.RUNNING);
        }
    }

    @Nested
    class AFinishedNight {

        @BeforeEach
        void finish() {
            night();
            jobs.ran();
        }

        @Test
        void isNotRunAgain() {
            assertThat(run(NightRequest.of(DAY, NightOrigin.COMMAND))).isEmpty();
            assertThat(jobs.ran()).isEmpty();
            assertThat(runs.isLocked()).isFalse();
        }

        @Test
        void isRunAgainWhenForcedAsAFurtherAttempt() {
            NightRun run = run(new NightRequest(DAY, Optional.empty(), true, NightOrigin.COMMAND))
                    .orElseThrow();
            assertThat(jobs.ran()).isEqualTo(NAMES);
            assertThat(run.attempt()).isEqualTo(2);
            assertThat(nights.newest(10)).hasSize(2);
        }

        @Test
        void hasSingleJobsRunAgain() {
            jobs.let("evaluate_alerts", () -> new JobReport("looked again", List.of()));
            NightRun run = run(new NightRequest(DAY, Optional.of("evaluate_alerts"), false, NightOrigin.COMMAND))
                    .orElseThrow();
            assertThat(jobs.ran()).containsExactly("evaluate_alerts");
            assertThat(run.attempt()).isEqualTo(1);
            assertThat(run.status()).isEqualTo(NightStatus.OK);
            assertThat(run.job("evaluate_alerts").orElseThrow().summary()).isEqualTo("looked again");
        }
    }

    @Test
    void aSingleJobLeavesTheNightIncompleteAndTheRestToTheNextRun() {
        NightRun alone = run(new NightRequest(DAY, Optional.of("build_pack"), false, NightOrigin.COMMAND))
                .orElseThrow();
        assertThat(alone.status()).isEqualTo(NightStatus.INCOMPLETE);
        assertThat(statuses(alone)).containsExactly("ok");
        jobs.ran();
        assertThat(night().status()).isEqualTo(NightStatus.OK);
        assertThat(jobs.ran()).isEqualTo(from("load_indicators"));
    }

    @Test
    void nobodyRunsANightWhileAnotherDoes() {
        ActiveNight first =
                nights.begin(NightRequest.of(DAY, NightOrigin.COMMAND)).orElseThrow();
        Failure refused = catchThrowableOfType(
                Failure.class, () -> nights.begin(NightRequest.of(DAY.minusDays(1), NightOrigin.COMMAND)));
        assertThat(refused.reason()).isEqualTo(FailureReason.NIGHT_RUNNING);
        assertThat(refused.reason().status()).isEqualTo(409);
        assertThat(route.run(first).status()).isEqualTo(NightStatus.OK);
    }

    @Test
    void anUnknownJobAndADayThatIsNotOverAreTheCallersFault() {
        assertThatThrownBy(() ->
                        nights.begin(new NightRequest(DAY, Optional.of("build_pakc"), false, NightOrigin.REQUEST)))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("no job 'build_pakc'")
                .hasMessageContaining("build_pack, load_indicators");
        assertThatThrownBy(() -> nights.begin(NightRequest.of(LocalDate.of(2024, 1, 2), NightOrigin.REQUEST)))
                .hasMessageContaining("2024-01-02 is not over in Z; the latest night is of 2024-01-01");
        assertThat(runs.isLocked()).isFalse();
    }

    @Test
    void aNightThatCatchesUpSaysFromWhen() {
        NightRun run = run(NightRequest.of(LocalDate.of(2024, 1, 1), NightOrigin.COMMAND))
                .orElseThrow();
        assertThat(run.kind()).isEqualTo("backfill");
        assertThat(run.first()).isEqualTo(DAY);
        assertThat(NightTable.headline(run)).contains("backfill of 2024-01-01 (with the days since 2023-12-29)");
    }
}
