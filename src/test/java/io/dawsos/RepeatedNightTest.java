package io.dawsos;

import static io.dawsos.TestingChain.DAY;
import static io.dawsos.TestingJobs.NAMES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.nightly.JobReport;
import io.dawsos.nightly.NightOrigin;
import io.dawsos.nightly.NightRequest;
import io.dawsos.nightly.NightRun;
import io.dawsos.nightly.NightStatus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A night that is run again: because it was killed, because somebody asks, or for nothing. */
class RepeatedNightTest {

    private final TestingChain chain = new TestingChain();

    @AfterEach
    void stop() {
        chain.close();
    }

    @Nested
    class ANightThatWasKilled {

        private void killIn(String job) {
            chain.jobs.let(job, () -> {
                chain.runs.kill();
                throw new OutOfMemoryError("the end");
            });
            assertThatThrownBy(() -> chain.night()).hasMessage("The job " + job + " was broken off");
            assertThat(chain.jobs.ran()).endsWith(job);
            chain.jobs.mend(job);
        }

        @Test
        void staysOpenAndGoesOnAtTheJobItWasIn() {
            killIn("prewarm_factors");
            assertThat(chain.nights.find(DAY).orElseThrow().status()).isEqualTo(NightStatus.RUNNING);

            NightRun run = chain.run(NightRequest.of(DAY, NightOrigin.SCHEDULE)).orElseThrow();

            assertThat(chain.jobs.ran()).isEqualTo(TestingChain.from("prewarm_factors"));
            assertThat(run.status()).isEqualTo(NightStatus.OK);
        }

        @Test
        void doesNotGoOnWhenItsLockWasLost() {
            chain.jobs.let("build_pack", () -> {
                chain.runs.kill();
                return new JobReport("did it", List.of());
            });
            assertThatThrownBy(() -> chain.night()).hasMessage("The lock was lost");
            assertThat(chain.jobs.ran()).containsExactly("build_pack");
            assertThat(chain.nights.find(DAY).orElseThrow().status()).isEqualTo(NightStatus.RUNNING);
        }
    }

    @Nested
    class AFinishedNight {

        @BeforeEach
        void finish() {
            chain.night();
            chain.jobs.ran();
        }

        @Test
        void isNotRunAgain() {
            assertThat(chain.run(NightRequest.of(DAY, NightOrigin.COMMAND))).isEmpty();
            assertThat(chain.jobs.ran()).isEmpty();
            assertThat(chain.runs.isLocked()).isFalse();
        }

        @Test
        void isRunAgainWhenForcedAsAFurtherAttempt() {
            NightRun run = chain.run(new NightRequest(DAY, Optional.empty(), true, NightOrigin.COMMAND))
                    .orElseThrow();
            assertThat(chain.jobs.ran()).isEqualTo(NAMES);
            assertThat(run.attempt()).isEqualTo(2);
            assertThat(chain.nights.newest(10)).hasSize(2);
        }

        @Test
        void hasSingleJobsRunAgain() {
            chain.jobs.let("evaluate_alerts", () -> new JobReport("looked again", List.of()));
            NightRun run = chain.run(new NightRequest(DAY, Optional.of("evaluate_alerts"), false, NightOrigin.COMMAND))
                    .orElseThrow();
            assertThat(chain.jobs.ran()).containsExactly("evaluate_alerts");
            assertThat(run.attempt()).isEqualTo(1);
            assertThat(run.status()).isEqualTo(NightStatus.OK);
            assertThat(run.job("evaluate_alerts").orElseThrow().summary()).isEqualTo("looked again");
        }
    }
}
