package io.dawsos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dawsos.rights.AuditHead;
import io.dawsos.testing.TestingDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code dawsos audit verify} after services were killed in the middle of their exports, and after rows were cut off. */
class ExportAuditKillIT {

    private static final String SECRET = "k".repeat(32);

    @TempDir
    private Path home;

    private TestingDatabase testing;
    private StringWriter out = new StringWriter();

    @BeforeEach
    void create() {
        testing = TestingDatabase.create();
    }

    @AfterEach
    void drop() {
        testing.close();
    }

    private String url() {
        return "postgresql://" + testing.url().user() + "@" + testing.url().address();
    }

    private int verify(String... more) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("DATABASE_URL", url());
        environment.put("DAWSOS_HOME", home.toString());
        environment.put("EXPORT_AUDIT_KEY", SECRET);
        environment.put("DATABASE_POOL_SIZE", "2");
        out = new StringWriter();
        String[] arguments = new String[2 + more.length];
        arguments[0] = "audit";
        arguments[1] = "verify";
        System.arraycopy(more, 0, arguments, 2, more.length);
        CommandLine line = DawsApplication.commandLine(environment);
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(out, true));
        return line.execute(arguments);
    }

    private long rows() {
        Long rows = testing.superuser().queryForObject("select count(*) from export_audit", Long.class);
        return rows == null ? 0 : rows;
    }

    @Test
    void aKillIsNoAlarmAndRowsCutOffAre() throws Exception {
        for (int round = 0; round < 3; round++) {
            long before = rows();
            try (TestingProcess exporter =
                    TestingProcess.start(TestingExporter.class, Map.of(), url(), home.toString(), SECRET)) {
                await().atMost(Duration.ofSeconds(60))
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> rows() > before + 30);
                exporter.kill();
            }
            assertThat(verify()).as(out.toString()).isZero();
            assertThat(out.toString()).contains(rows() + " rows, 0 faults", "this data folder knows of row ");
        }
        String hash = testing.superuser().queryForObject("select hash from export_audit where seq = 20", String.class);
        assertThat(verify("--known", new AuditHead(20, String.valueOf(hash)).toString()))
                .isZero();
        assertThat(verify("--known", "20:" + "a".repeat(64))).isEqualTo(1);
        assertThat(verify("--known", "20")).isEqualTo(2);
        assertThat(out.toString()).contains("--known: '20' is no row; give <seq>:<hash>");
        testing.superuser().execute("alter table export_audit disable trigger all");
        testing.superuser().execute("delete from export_audit where seq > 5");
        assertThat(verify()).isEqualTo(1);
        assertThat(out.toString())
                .containsPattern(
                        "fault  row \\d+, the one that this service kept, is gone: the chain was cut off after row 5");
    }
}
