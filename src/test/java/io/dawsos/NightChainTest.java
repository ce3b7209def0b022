package io.dawsos;

import static io.dawsos.TestingChain.DAY;
import static io.dawsos.TestingChain.fail;
import static io.dawsos.TestingChain.statuses;
import static io.dawsos.TestingJobs.NAMES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.nightly.ActiveNight;
import io.dawsos.nightly.JobReport;
import io.dawsos.nightly.JobRun;
import io.dawsos.nightly.NightOrigin;
import io.dawsos.nightly.NightRequest;
import io.dawsos.nightly.NightRun;
import io.dawsos.nightly.NightStatus;
import io.dawsos.nightly.NightTable;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The route of the night as it is shipped, over jobs of a test. */
class NightChainTest {

    private final TestingChain chain = new TestingChain();

    @AfterEach
    void stop() {
        chain.close();
    }

    @Test
    void theJobsRunInTheOrderOfTheRouteAndTheReportTellsEach() {
        NightRun run = chain.night();

        assertThat(chain.jobs.ran()).isEqualTo(NAMES);
        assertThat(run.status()).isEqualTo(NightStatus.OK);
        assertThat(run.kind()).isEqualTo("night");
        assertThat(run.jobs()).extracting(JobRun::name).isEqualTo(NAMES);
        assertThat(run.jobs()).extracting(JobRun::summary).contains("did build_pack", "did evaluate_alerts");
        assertThat(chain.told)
                .hasSize(NAMES.size() + 1)
                .contains("build_pack ok")
                .endsWith("night ok");
        assertThat(NightTable.of(run)).contains("build_pack             ok").contains("attempt 1: ok in 0.00 s");
        assertThat(chain.runs.isLocked()).isFalse();
    }

    @Nested
    class AJobThatFails {

        @Test
        void endsTheNightWhereItBlocks() {
            chain.jobs.let("reconcile_ledger", () -> fail("books differ"));
            NightRun run = chain.night();

            assertThat(run.status()).isEqualTo(NightStatus.FAILED);
            assertThat(chain.jobs.ran())
                    .containsExactly(
                            "build_pack", "load_indicators", "extend_history", "import_ledger", "reconcile_ledger");
            assertThat(statuses(run))
                    .startsWith("ok", "ok", "ok", "ok", "failed")
                    .hasSize(NAMES.size())
                    .endsWith("skipped", "skipped", "skipped", "skipped", "skipped", "skipped");
            assertThat(run.job("reconcile_ledger").orElseThrow().error()).contains("books differ");
            assertThat(run.job("mark_pack_fresh").orElseThrow().summary())
                    .isEqualTo("not reached: reconcile_ledger failed");
            assertThat(chain.runs.isLocked()).isFalse();
        }

        @Test
        void isAWarningWhereItDoesNotBlock() {
            chain.jobs.let("compute_daily_metrics", () -> fail("no numbers"));
            NightRun run = chain.night();

            assertThat(run.status()).isEqualTo(NightStatus.WARNING);
            assertThat(chain.jobs.ran()).isEqualTo(NAMES);
            assertThat(run.job("compute_daily_metrics").orElseThrow().status()).isEqualTo(NightStatus.FAILED);
            assertThat(chain.told).contains("compute_daily_metrics failed", "mark_pack_fresh ok", "night warning");
        }

        @Test
        void isTheOneThatTheNextRunBeginsWith() {
            chain.jobs.let("reconcile_ledger", () -> fail("books differ"));
            chain.night();
            chain.jobs.ran();
            chain.jobs.mend("reconcile_ledger");
            NightRun run = chain.night();

            assertThat(chain.jobs.ran()).isEqualTo(TestingChain.from("reconcile_ledger"));
            assertThat(run.status()).isEqualTo(NightStatus.OK);
            assertThat(run.resumed()).isEqualTo(1);
            assertThat(run.attempt()).isEqualTo(1);
        }

        @Test
        void isNotTriedAgainByTheClockOfAnotherReplica() {
            chain.jobs.let("build_pack", () -> fail("no prices"));
            chain.night();
            NightRequest clockwork = NightRequest.of(DAY, NightOrigin.SCHEDULE);
            assertThat(chain.run(clockwork)).isEmpty();
            chain.clock.advance(Duration.ofMinutes(31));
            assertThat(chain.run(clockwork)).isPresent();
        }

        @Test
        void forAReasonNobodyForesawSaysNothingOfTheInside() {
            chain.jobs.let("build_pack", () -> {
                throw new UnsupportedOperationException("select secret from table");
            });
            assertThat(chain.night().job("build_pack").orElseThrow().error())
                    .contains("It failed for a reason that nobody foresaw; the log has it");
        }
    }

    @Test
    void aWarningOfAJobIsOneOfTheNight() {
        chain.jobs.let("import_ledger", () -> new JobReport("did most", List.of("one is missing")));
        NightRun run = chain.night();

        assertThat(run.status()).isEqualTo(NightStatus.WARNING);
        assertThat(NightTable.of(run))
                .contains("import_ledger          warning")
                .contains("! one is missing");
    }

    @Test
    void aSingleJobLeavesTheNightIncompleteAndTheRestToTheNextRun() {
        NightRun alone = chain.run(new NightRequest(DAY, Optional.of("build_pack"), false, NightOrigin.COMMAND))
                .orElseThrow();
        assertThat(alone.status()).isEqualTo(NightStatus.INCOMPLETE);
        assertThat(statuses(alone)).containsExactly("ok");
        chain.jobs.ran();
        assertThat(chain.night().status()).isEqualTo(NightStatus.OK);
        assertThat(chain.jobs.ran()).isEqualTo(TestingChain.from("load_indicators"));
    }

    @Test
    void nobodyRunsANightWhileAnotherDoes() {
        ActiveNight first =
                chain.nights.begin(NightRequest.of(DAY, NightOrigin.COMMAND)).orElseThrow();
        Failure refused = catchThrowableOfType(
                Failure.class, () -> chain.nights.begin(NightRequest.of(DAY.minusDays(1), NightOrigin.COMMAND)));
        assertThat(refused.reason()).isEqualTo(FailureReason.NIGHT_RUNNING);
        assertThat(refused.reason().status()).isEqualTo(409);
        assertThat(chain.route.run(first).status()).isEqualTo(NightStatus.OK);
    }

    @Test
    void anUnknownJobAndADayThatIsNotOverAreTheCallersFault() {
        assertThatThrownBy(() -> chain.nights.begin(
                        new NightRequest(DAY, Optional.of("build_pakc"), false, NightOrigin.REQUEST)))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("no job 'build_pakc'")
                .hasMessageContaining("build_pack, load_indicators");
        assertThatThrownBy(() -> chain.nights.begin(NightRequest.of(LocalDate.of(2024, 1, 2), NightOrigin.REQUEST)))
                .hasMessageContaining("2024-01-02 is not over in Z; the latest night is of 2024-01-01");
        assertThat(chain.runs.isLocked()).isFalse();
    }

    @Test
    void aNightThatCatchesUpSaysFromWhen() {
        NightRun run = chain.run(NightRequest.of(LocalDate.of(2024, 1, 1), NightOrigin.COMMAND))
                .orElseThrow();
        assertThat(run.kind()).isEqualTo("backfill");
        assertThat(run.first()).isEqualTo(DAY);
        assertThat(NightTable.headline(run)).contains("backfill of 2024-01-01 (with the days since 2023-12-29)");
    }
}
