package io.dawsos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dawsos.testing.TestingDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights as processes of their own: killed in every job, and two at once. */
class NightKillIT {

    private static final String DAY = "2021-02-26";

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

    /** The command as the processes run it, in this one: starting takes longer than the night. */
    private int nightly(TestingDatabase database, StringWriter out, String... options) {
        List<String> arguments = new ArrayList<>(List.of("nightly", "run", "--date", DAY));
        arguments.addAll(List.of(options));
        return DawsApplication.commandLine(environment(database))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute(arguments.toArray(String[]::new));
    }

    private static void awaitStopIn(String job, TestingProcess process) {
        await().pollInterval(Duration.ofMillis(50)).until(() -> process.output().contains("STOPPED in " + job));
    }

    @Test
    void aNightKilledInEveryJobEndsAsOneThatWasNot() throws Exception {
        try (TestingDatabase undisturbed = TestingDatabase.create();
                TestingDatabase killed = TestingDatabase.create()) {
            StringWriter whole = new StringWriter();
            assertThat(nightly(undisturbed, whole)).as(whole.toString()).isZero();
            assertThat(whole.toString()).contains("mark_pack_fresh        ok", "backfill of " + DAY);
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
            assertThat(nightly(killed, new StringWriter())).isZero();
            assertThat(NightState.of(killed)).isEqualTo(NightState.of(undisturbed));
            assertThat(killed.application().queryForObject("select resumed from nightly_run", Integer.class))
                    .isEqualTo(TestingJobs.NAMES.size());
            aFinishedNightIsOnlyChecked(undisturbed);
        }
    }

    private void whileItRuns(TestingDatabase database) {
        StringWriter out = new StringWriter();
        assertThat(nightly(database, out)).isEqualTo(1);
        assertThat(out.toString()).contains("DawsOS: A night is being run already");
    }

    private void aFinishedNightIsOnlyChecked(TestingDatabase database) {
        Map<String, String> before = new LinkedHashMap<>(NightState.of(database));
        StringWriter forced = new StringWriter();
        assertThat(nightly(database, forced, "--force")).isZero();
        assertThat(forced.toString()).contains("20210226_v1 is there, hash ", "attempt 2: ok");
        Map<String, String> after = new LinkedHashMap<>(NightState.of(database));
        assertThat(List.of(before.remove("nights"), after.remove("nights"))).doesNotHaveDuplicates();
        assertThat(after).isEqualTo(before);
    }
}
