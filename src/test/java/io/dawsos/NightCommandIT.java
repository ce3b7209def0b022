package io.dawsos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dawsos.embedded.DataFolder;
import io.dawsos.testing.TestingDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands of the night, against a database of their own and against a data folder that a service has. */
class NightCommandIT {

    private record Result(int exitCode, String out, String err) {}

    @TempDir
    private Path home;

    private Map<String, String> environment(TestingDatabase database) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("DAWSOS_HOME", home.toString());
        environment.put(
                "DATABASE_URL",
                "postgresql://" + database.url().user() + "@" + database.url().address());
        return environment;
    }

    private static Result run(Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commands = DawsApplication.commandLine(environment)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        return new Result(commands.execute(arguments), out.toString(), err.toString());
    }

    private static String hashes(TestingDatabase database) {
        return database.application()
                .queryForObject("select string_agg(id || hash, ' ' order by id) from pricing_pack", String.class);
    }

    @Test
    void fromNothingToAFreshPackTwiceWithTheSameHashes() {
        try (TestingDatabase first = TestingDatabase.create();
                TestingDatabase second = TestingDatabase.create()) {
            Result one = run(environment(first), "nightly", "run");
            Result two = run(environment(second), "nightly", "run", "--date", "2023-12-29");

            assertThat(one.exitCode()).as(one.err()).isZero();
            assertThat(two.exitCode()).isZero();
            assertThat(one.out())
                    .contains("Built 7", "20231229_v1, hash ", "packs are fresh, up to 20231229_v1")
                    .contains("1 portfolios and ", "There are no ratings to prewarm")
                    .contains(
                            "backfill of 2023-12-29 (with the days since 2020-12-01), attempt 1: ok",
                            "14 symbols: 14 new",
                            "; 0 not mapped");
            assertThat(hashes(first)).isEqualTo(hashes(second)).contains("20231229_v1");
            assertThat(NightState.of(first)).isEqualTo(NightState.of(second));

            Result again = run(environment(first), "nightly", "run");
            assertThat(again.exitCode()).isZero();
            assertThat(again.out()).startsWith("The night of 2023-12-29 is finished already; --force runs it again");
        }
    }

    @Test
    void oneJobAloneThenTheRest() {
        try (TestingDatabase database = TestingDatabase.create()) {
            Map<String, String> environment = environment(database);
            assertThat(run(environment, "nightly", "run", "--date", "2021-01-08", "--job", "mark_pack_fresh"))
                    .satisfies(early -> {
                        assertThat(early.exitCode()).isEqualTo(1);
                        assertThat(early.out()).contains("There is no pricing pack up to 2021-01-08");
                    });
            Result build = run(environment, "nightly", "run", "--date", "2021-01-08", "--job", "build_pack");
            assertThat(build.exitCode()).isZero();
            Result tooEarly = run(environment, "nightly", "run", "--date", "2021-01-08", "--job", "mark_pack_fresh");
            assertThat(tooEarly.exitCode()).isEqualTo(1);
            assertThat(tooEarly.out()).contains("did not reconcile with the ledgers; run reconcile_ledger first");
            assertThat(run(environment, "nightly", "run", "--date", "2021-01-08")
                            .exitCode())
                    .isZero();
            Result status = run(environment, "nightly", "status");
            assertThat(status.out())
                    .contains("backfill of 2021-01-08", "The latest night is of 2023-12-29")
                    .contains("nights start at 00:05 in America/Toronto");
            assertThat(run(environment, "nightly", "run", "--job", "no_such_job")
                            .err())
                    .contains("There is no job 'no_such_job' in the night; there are build_pack, load_indicators");
        }
    }

    @Test
    void aBackfillIsStoppedCleanlyAndGoesOn() throws Exception {
        try (TestingDatabase database = TestingDatabase.create()) {
            String[] command = {"nightly", "backfill", "--from", "2021-01-04", "--to", "2021-01-13", "--rate", "60"};
            try (TestingProcess process = TestingProcess.start(environment(database), command)) {
                await().until(() -> process.output().contains("[2/8] 2021-01-05"));
                process.terminate();
                process.exitCode();
                assertThat(process.output())
                        .contains("[1/8] 2021-01-04  ok")
                        .contains("Stopped; go on with: nightly backfill --from 2021-01-")
                        .doesNotContain("\tat ");
            }
            assertThat(database.application()
                            .queryForList(
                                    "select status from nightly_run where status not in ('ok', 'warning')",
                                    String.class))
                    .isEmpty();
            Result rest =
                    run(environment(database), "nightly", "backfill", "--from", "2021-01-04", "--to", "2021-01-13");
            assertThat(rest.exitCode()).as(rest.out()).isZero();
            assertThat(rest.out())
                    .contains("[1/8] 2021-01-04  ok", "finished before")
                    .contains("[8/8] 2021-01-13  ok", "Built 20210113_v1");
        }
    }

    @Test
    void wrongUsageIsToldBeforeAnythingStarts() {
        Map<String, String> environment =
                Map.of("DAWSOS_HOME", home.resolve("none").toString());
        Result turned = run(environment, "nightly", "backfill", "--from", "2021-01-05", "--to", "2021-01-04");
        assertThat(turned.exitCode()).isEqualTo(2);
        assertThat(turned.err()).contains("--to 2021-01-04 lies before --from 2021-01-05");
        assertThat(run(environment, "nightly", "run", "--date", "yesterday").exitCode())
                .isEqualTo(2);
        assertThat(home.resolve("none")).doesNotExist();
    }

    @Test
    void besideAServiceWithTheEmbeddedDatabaseTheEndpointIsNamed() {
        Map<String, String> environment = Map.of("DAWSOS_HOME", home.toString(), "PORT", "8123");
        try (DataFolder used = DataFolder.open(home)) {
            Result run = run(environment, "nightly", "run", "--date", "2023-12-29", "--force");
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err())
                    .contains(used.path() + " is in use by process "
                            + ProcessHandle.current().pid() + ", with the database in it")
                    .contains("curl -X POST http://localhost:8123/v1/nightly/runs -H 'Content-Type: application/json'"
                            + " -d '{\"date\":\"2023-12-29\",\"force\":true}'");
            assertThat(run(environment, "nightly", "status").err())
                    .contains("curl http://localhost:8123/v1/nightly/runs");
        }
    }
}
