package io.dawsos;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.embedded.DataFolder;
import io.dawsos.testing.TestingDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees when the program cannot start: soon, one sentence that says what to do, and an exit code. */
class StartupFaultsIT {

    @TempDir
    private Path folder;

    private String refusal(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("DAWSOS_HOME", folder.resolve("home").toString());
        all.putAll(environment);
        try (TestingProcess process = TestingProcess.start(all, arguments)) {
            assertThat(process.exitCode()).as(process.output()).isEqualTo(1);
            String output = process.output();
            assertThat(output).doesNotContain("\tat ").doesNotContain("Exception");
            List<String> lines = output.lines().toList();
            int first = 0;
            while (!lines.get(first).startsWith("DawsOS: ")) {
                first++;
            }
            return String.join("\n", lines.subList(first, lines.size()));
        }
    }

    private static String url(TestingDatabase database) {
        return "postgresql://" + database.url().user() + "@" + database.url().address();
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(refusal(Map.of("PORT", port))).contains(":" + port).contains("set another with PORT");
        }
    }

    @Test
    void aDataFolderInUseIsNamed() throws Exception {
        Path home = folder.resolve("home");
        try (DataFolder used = DataFolder.open(home)) {
            assertThat(refusal(Map.of()))
                    .contains(used.path().toString())
                    .contains("is in use by process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void allWrongSettingsAreNamedAtOnce() throws Exception {
        String refusal = refusal(Map.of(
                "PORT", "http",
                "HTTP_WORKERS", "0",
                "ENVIRONMENT", "prod",
                "HOUSE_CURRENCY", "XYZ!",
                "DATABASE_URL", "mysql://user:secret@host/db",
                "BROKER_PORT", "70000",
                "SCHEDULE_USER", "nobody",
                "HEALTH_STALE_DAYS", "0"));
        assertThat(refusal)
                .contains("PORT is 'http'", "HTTP_WORKERS is '0'", "ENVIRONMENT is 'prod'", "HOUSE_CURRENCY is 'XYZ!'")
                .contains("DATABASE_URL must be a URL", "BROKER_PORT is '70000'")
                .contains("SCHEDULE_USER is 'nobody'; it must be a user's UUID", "HEALTH_STALE_DAYS is '0'")
                .doesNotContain("secret");
    }

    @Test
    void settingsThatContradictEachOtherAreNamedAtOnce() throws Exception {
        assertThat(refusal(Map.of("ENVIRONMENT", "production", "AUTH_JWT_SECRET", "short")))
                .contains("AUTH_JWT_SECRET is shorter than 32 bytes", "production needs DATABASE_URL");
        assertThat(refusal(
                        Map.of("ENVIRONMENT", "production", "RIGHTS_PROFILE", "staging", "EXPORT_AUDIT_KEY", "short")))
                .contains(
                        "RIGHTS_PROFILE=staging is not for ENVIRONMENT=production", "EXPORT_AUDIT_KEY is shorter than");
        assertThat(refusal(Map.of("ENVIRONMENT", "production"))).contains("production needs EXPORT_AUDIT_KEY");
        assertThat(refusal(Map.of("HOST", "0.0.0.0"))).contains("HOST=0.0.0.0 is reachable from outside");
    }

    @Test
    void aDatabaseThatIsNotThereIsNamedWithoutItsPassword() throws Exception {
        assertThat(refusal(Map.of("DATABASE_URL", "postgresql://user:secret@127.0.0.1:1/nowhere")))
                .contains("127.0.0.1:1/nowhere", "cannot be reached", "DATABASE_URL")
                .doesNotContain("secret");
    }

    @Test
    void aBrokenRightsRegistryStopsTheStartWithFileAndLine() throws Exception {
        Path registry = folder.resolve("rights.yaml");
        Files.writeString(
                registry,
                Files.readString(Path.of(".ops/RIGHTS_REGISTRY.yaml"))
                        .replaceFirst("allows_export_pdf: true", "allows_export_pdf: perhaps"));
        assertThat(refusal(Map.of("RIGHTS_REGISTRY", registry.toString())))
                .contains("rights.yaml:16: ", "FMP.export_rights.allows_export_pdf", "must be of type boolean");
        assertThat(refusal(Map.of("RIGHTS_REGISTRY", folder.resolve("none.yaml").toString())))
                .contains("none.yaml", "cannot be read");
    }

    @Test
    void aBrokenLedgerIsToldWithEveryPlace() throws Exception {
        Path ledger = Files.createDirectories(folder.resolve("ledger"));
        Files.writeString(
                ledger.resolve("main.beancount"),
                "option \"operating_currency\" \"CAD\"\n2023-13-01 open Assets:Cash\n2023-01-02 oben Assets:Cash CAD\n");
        try (Git git = Git.init().setDirectory(ledger.toFile()).call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("broken")
                    .setAuthor("test", "test@example.com")
                    .setCommitter("test", "test@example.com")
                    .setSign(false)
                    .call();
        }
        try (TestingDatabase database = TestingDatabase.create()) {
            assertThat(refusal(Map.of("LEDGER_PATH", ledger.toString(), "DATABASE_URL", url(database))))
                    .contains("main.beancount:2", "main.beancount:3");
        }
    }

    @Test
    void aScheduleOnNobodysBehalfIsAProblemOfThePattern() throws Exception {
        Path patterns = Files.createDirectories(folder.resolve("patterns"));
        String hello = Files.readString(Path.of("patterns/example/hello.json"));
        Files.writeString(
                patterns.resolve("nightly.json"),
                hello.replace("\"id\": \"hello\"", "\"id\": \"nightly\"")
                        .replaceFirst(
                                "\\{", "{\"schedule\": {\"cron\": \"0 5 0 * * ?\", \"inputs\": {\"name\": \"x\"}},"));
        try (TestingDatabase database = TestingDatabase.create()) {
            Map<String, String> settings = new LinkedHashMap<>();
            settings.put("PATTERNS_PATH", patterns.toString());
            settings.put("DATABASE_URL", url(database));
            settings.put("ENVIRONMENT", "production");
            settings.put("AUTH_JWT_SECRET", "x".repeat(32));
            settings.put("EXPORT_AUDIT_KEY", "k".repeat(32));
            assertThat(refusal(settings, "serve", "--strict"))
                    .contains("nightly.json: /schedule: runs by itself on nobody's behalf; set SCHEDULE_USER");
        }
    }

    @Test
    void aBrokenPatternIsRefusedWhereThatIsWanted() throws Exception {
        Path patterns = Files.createDirectories(folder.resolve("patterns"));
        Files.writeString(
                patterns.resolve("broken.json"), "{\"id\":\"broken\",\"name\":\"x\",\"steps\":[],\"outputs\":[]}");
        try (TestingDatabase database = TestingDatabase.create()) {
            assertThat(refusal(
                            Map.of(
                                    "PATTERNS_PATH",
                                    patterns.toString(),
                                    "DATABASE_URL",
                                    url(database),
                                    "ENVIRONMENT",
                                    "production",
                                    "AUTH_JWT_SECRET",
                                    "x".repeat(32),
                                    "EXPORT_AUDIT_KEY",
                                    "k".repeat(32)),
                            "serve",
                            "--strict"))
                    .contains("--strict", "broken.json", "/steps");
        }
    }
}
