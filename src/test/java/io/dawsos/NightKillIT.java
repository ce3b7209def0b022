package io.dawsos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dawsos.testing.TestingDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights as processes of their own: killed in every job, and two at once. */
class NightKillIT {

    private static final String DAY = "2021-02-26";
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path home;

    private Map<String, String> environment(TestingDatabase database) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("DAWSOS_HOME", home.toString());
        environment.put(
                "DATABASE_URL",
                "postgresql://" + database.url().user() + "@" + database.url().address());
        environment.put("DATABASE_POOL_SIZE", "2");
        return environment;
    }

    private static void finish(TestingProcess process) throws InterruptedException {
        assertThat(process.exitCode(LONG)).as(process.output()).isZero();
    }

    private static void awaitStopIn(String job, TestingProcess process) {
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> process.output().contains("STOPPED in " + job));
    }

    @Test
    void aNightKilledInEveryJobEndsAsOneThatWasNot() throws Exception {
        try (TestingDatabase undisturbed = TestingDatabase.create();
                TestingDatabase killed = TestingDatabase.create()) {
            try (TestingProcess whole =
                    TestingProcess.start(environment(undisturbed), "nightly", "run", "--date", DAY)) {
                finish(whole);
                assertThat(whole.output()).contains("mark_pack_fresh        ok", "backfill of " + DAY);
            }
            boolean before = false;
            for (String job : TestingJobs.NAMES) {
                try (TestingProcess night = TestingProcess.start(
                        TestingNight.class, environment(killed), DAY, job, before ? "before" : "after")) {
                    awaitStopIn(job, night);
                    if (job.equals("reconcile_ledger")) {
                        whileItRuns(killed);
                    }
                    night.kill();
                }
                before = !before;
            }
            try (TestingProcess last = TestingProcess.start(environment(killed), "nightly", "run", "--date", DAY)) {
                finish(last);
                assertThat(last.output()).contains("was running; it goes on at evaluate_alerts");
            }
            assertThat(NightState.of(killed)).isEqualTo(NightState.of(undisturbed));
            assertThat(killed.application().queryForObject("select resumed from nightly_run", Integer.class))
                    .isEqualTo(8);
            aFinishedNightIsOnlyChecked(undisturbed);
        }
    }

    private void whileItRuns(TestingDatabase database) throws Exception {
        try (TestingProcess second = TestingProcess.start(environment(database), "nightly", "run", "--date", DAY)) {
            assertThat(second.exitCode(LONG)).isEqualTo(1);
            assertThat(second.output()).contains("DawsOS: A night is being run already");
        }
    }

    private void aFinishedNightIsOnlyChecked(TestingDatabase database) throws Exception {
        Map<String, String> before = new LinkedHashMap<>(NightState.of(database));
        try (TestingProcess forced =
                TestingProcess.start(environment(database), "nightly", "run", "--date", DAY, "--force")) {
            finish(forced);
            assertThat(forced.output()).contains("20210226_v1 is there, hash ", "attempt 2: ok");
        }
        Map<String, String> after = new LinkedHashMap<>(NightState.of(database));
        assertThat(List.of(before.remove("nights"), after.remove("nights"))).doesNotHaveDuplicates();
        assertThat(after).isEqualTo(before);
    }
}
