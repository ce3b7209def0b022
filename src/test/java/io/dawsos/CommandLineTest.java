package io.dawsos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {

    private record Result(int exitCode, String out, String err) {}

    private final Map<String, String> environment = new LinkedHashMap<>();

    private Result run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commands = DawsApplication.commandLine(environment)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        int exitCode = commands.execute(arguments);
        return new Result(exitCode, out.toString(), err.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V"})
    void theVersionIsThatOfTheBuild(String option) {
        assertThat(run(option)).isEqualTo(new Result(0, "DawsOS " + Version.current() + System.lineSeparator(), ""));
        assertThat(Version.current()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "nightly", "patterns", "ledger", "capabilities", "packs", "audit"})
    void everyCommandTellsTheVersion(String command) {
        assertThat(run(command, "--version").out()).startsWith("DawsOS ");
    }

    @Test
    void helpNamesTheCommandsTheExitCodesAndTheSettings() {
        Result help = run("--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .contains("Usage: dawsos", "serve", "patterns", "capabilities", "--strict", "--check")
                .contains("Exit codes:", "DATABASE_URL", "README.md");
        assertThat(help.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--nonsense", "frobnicate", "patterns", "nightly", "ledger", "packs", "audit"})
    void wrongUsageIsToldWithTheUsage(String argument) {
        Result wrong = run(argument);
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.out()).isEmpty();
        assertThat(wrong.err()).isNotBlank();
    }

    @Test
    void aMistypedCommandIsAnsweredWithTheNearest() {
        assertThat(run("capabilites").err()).contains("capabilities");
    }

    @Nested
    class Serve {

        @Test
        void wrongSettingsAreToldAllAtOnceBeforeAnythingStarts(@TempDir Path folder) {
            Path home = folder.resolve("home");
            environment.put("DAWSOS_HOME", home.toString());
            environment.put("PORT", "eighty");
            environment.put("BROKER_URL", "kafka://there");
            Result refused = run("serve");
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err())
                    .contains("PORT is 'eighty'; it must be a whole number from 0 to 65535")
                    .contains("BROKER_URL must be a URL that begins with tcp://");
            assertThat(home).doesNotExist();
        }

        @Test
        void itIsTheCommandWhenNoneIsNamed() {
            environment.put("HOST", "0.0.0.0");
            Result refused = run();
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err()).contains("HOST=0.0.0.0 is reachable from outside; set AUTH_JWT_SECRET");
        }
    }

    @Nested
    class PatternsValidate {

        @Test
        void theShippedPatternsHaveNoProblems() {
            Result result = run("patterns", "validate");
            assertThat(result.exitCode()).as(result.out()).isZero();
            assertThat(result.out()).contains("ok       portfolio_overview").contains(" patterns, 0 problems");
        }

        @Test
        void aFolderOfGoodPatternsIsFine(@TempDir Path folder) throws IOException {
            Files.copy(Path.of("patterns/example/hello.json"), folder.resolve("hello.json"));
            Result result = run("patterns", "validate", folder.toString());
            assertThat(result.exitCode()).isZero();
            assertThat(result.out().lines()).containsExactly("ok       hello", "1 patterns, 0 problems");
        }

        @Test
        void everyProblemIsNamedWithFileAndPlaceAndTheExitCodeIsOne(@TempDir Path folder) throws IOException {
            String hello = Files.readString(Path.of("patterns/example/hello.json"), StandardCharsets.UTF_8);
            Files.writeString(
                    folder.resolve("hello.json"),
                    hello.replace("example.echo", "example.ecko").replace("inputs.number", "inputs.numbr"));
            Result result = run("patterns", "validate", folder.toString());
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.out())
                    .contains(
                            "hello.json: /steps/0/capability: 'example.ecko' is not registered; nearest: 'example.echo'")
                    .contains("/steps/1/args/value")
                    .contains("0 patterns, ");
        }

        @Test
        void aFolderThatIsNotThereIsWrongUsage(@TempDir Path folder) {
            Result result =
                    run("patterns", "validate", folder.resolve("missing").toString());
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.err()).contains("missing is not a folder");
        }
    }

    @Nested
    class Capabilities {

        @Test
        void theyArePrintedAsMarkdown() {
            Result result = run("capabilities");
            assertThat(result.exitCode()).isZero();
            assertThat(result.out()).startsWith("# Capabilities").contains("### `example.echo`");
        }

        @Test
        void theyArePrintedAsJsonWithResultSchemas() {
            assertThat(run("capabilities", "--json").out())
                    .startsWith("[")
                    .contains("\"name\":\"example.echo\"", "\"result\":{");
        }

        @Test
        void thePageInTheDocumentationIsUpToDate() throws IOException {
            Path page = Path.of("docs/capabilities.md");
            String now = run("capabilities").out().replace(System.lineSeparator(), "\n");
            if (Boolean.getBoolean("golden.update")) {
                Files.writeString(page, now, StandardCharsets.UTF_8);
            }
            assertThat(now)
                    .as("docs/capabilities.md; rewrite it with -Dgolden.update=true")
                    .isEqualTo(Files.readString(page, StandardCharsets.UTF_8));
        }
    }
}
