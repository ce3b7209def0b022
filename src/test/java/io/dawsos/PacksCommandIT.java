package io.dawsos;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.nightly.PackJob;
import io.dawsos.provider.DemoMarket;
import io.dawsos.testing.TestingDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code dawsos packs ...} on a database with the last three demo days. */
class PacksCommandIT {

    private static final String DOUBT = "date,symbol,close,currency\n2023-12-29,AAPL,190,USD\n2023-12-29,MSFT,-1,USD\n";

    @TempDir
    private Path home;

    @TempDir
    private Path market;

    private TestingDatabase testing;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void buildPacks() {
        testing = TestingDatabase.create();
        DemoMarket demo = DemoMarket.load();
        testing.database().securityStore().add(demo.securities());
        new PackJob(
                        demo,
                        demo.rule(),
                        testing.database().pricingPacks(),
                        testing.database().packStore())
                .run(LocalDate.of(2023, 12, 27), LocalDate.of(2023, 12, 29));
    }

    @AfterEach
    void drop() {
        testing.close();
    }

    private int run(String... arguments) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("DATABASE_URL", url());
        environment.put("DAWSOS_HOME", home.toString());
        environment.put("MARKET_PATH", market.toString());
        environment.put("DATABASE_POOL_SIZE", "2");
        CommandLine commands = DawsApplication.commandLine(environment)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return commands.execute(arguments);
    }

    private String url() {
        return "postgresql://" + testing.url().user() + "@" + testing.url().address();
    }

    @Test
    void listsPacksAndTheChainOfADay() {
        assertThat(run("packs", "list")).isZero();
        assertThat(out.toString().lines().map(line -> line.replaceAll("  [0-9a-f]{12}", "")))
                .containsExactly("20231229_v1  warming", "20231228_v1  warming", "20231227_v1  warming");
        assertThat(run("packs", "list", "--date", "2023-12-28")).isZero();
        assertThat(out.toString()).startsWith("20231228_v1").hasLineCount(1);
    }

    @Test
    void restatesOnlyWhenToldToApply() throws IOException {
        Files.writeString(market.resolve("Desk.closes.csv"), DOUBT);
        String[] restate = {"packs", "restate", "--date", "2023-12-29", "--reason", "the desk doubts AAPL"};

        assertThat(run(restate)).isZero();
        assertThat(out.toString())
                .contains("20231229_v1 -> 20231229_v2: the desk doubts AAPL")
                .contains("price  AAPL  192.53 (2023-12-29, Demo) -> 193.58 (2023-12-28, Demo)")
                .contains("Desk.closes.csv:3: MSFT 2023-12-29 -1 USD is quarantined: -1 is negative")
                .contains("0 rows of execution were computed from 20231229_v1 and stay as they are")
                .contains("Nothing was stored; --apply does it.");
        assertThat(testing.database().packArchive().chain(LocalDate.of(2023, 12, 29)))
                .hasSize(1);

        assertThat(run("packs", "restate", "--date", "2023-12-29", "--reason", "the desk doubts AAPL", "--apply"))
                .isZero();
        assertThat(out.toString()).contains("Stored. 20231229_v2 is warming");
        assertThat(run("packs", "list", "--date", "2023-12-29")).isZero();
        assertThat(out.toString()).contains("superseded by 20231229_v2: the desk doubts AAPL");
        assertThat(run("packs", "quarantine", "20231229_v2")).isZero();
        assertThat(out.toString()).contains("Desk.closes.csv:2").contains("3 rows");
    }

    @Test
    void refusesInOneSentence() {
        assertThat(run("packs", "restate", "--date", "2023-12-29", "--reason", "just so"))
                .isEqualTo(1);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines(
                        "DawsOS: What is published for 2023-12-29 today is what pack 20231229_v1 holds:"
                                + " nothing would change");
        assertThat(run("packs", "restate", "--date", "2023-12-24", "--reason", "just so"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("There is no pricing pack of 2023-12-24 to restate");
        assertThat(run("packs", "restate", "--date", "2023-12-29")).isEqualTo(2);
        assertThat(run("packs", "quarantine", "yesterday")).isEqualTo(2);
        assertThat(err.toString()).contains("the form is YYYYMMDD_vN");
        assertThat(run("packs")).isEqualTo(2);
    }
}
