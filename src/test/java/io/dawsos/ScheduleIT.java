package io.dawsos;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.dawsos.testing.TestingDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ScheduleIT {

    private static final Instant NOW = Instant.parse("2025-11-14T21:30:00Z");
    private static final String EACH_SECOND = "0/1 * * * * ?";

    @TempDir
    private static Path patterns;

    private static TestingDatabase database;
    private static TestingService service;

    @BeforeAll
    static void start() {
        database = DemoTemplate.copy();
        service = TestingService.start(
                Map.of(
                        "DATABASE_URL", database.url().toString(),
                        "PATTERNS_PATH", patterns.toString(),
                        "PATTERNS_POLL_SECONDS", "0"),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterAll
    static void stop() {
        service.close();
        database.close();
    }

    @AfterEach
    void unschedule() throws IOException {
        for (Path file : files()) {
            Files.delete(file);
        }
        reload();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> found = Files.walk(patterns)) {
            return found.filter(Files::isRegularFile).toList();
        }
    }

    private static void write(String id, String step, String schedule) throws IOException {
        String pattern = """
                {"id": "%s", "name": "%s", "description": "Runs by itself.", "category": "example",
                 "inputs": {"name": {"type": "string", "default": "world", "description": "Whom to greet."}},
                 "steps": [%s], "outputs": ["greeting"],
                 "panels": [{"id": "p", "title": "P", "type": "metrics_grid", "output": "greeting", "refresh_ttl": 1}],
                 "schedule": %s}
                """.formatted(id, id, step, schedule);
        Path folder = Files.createDirectories(patterns.resolve("example"));
        Files.writeString(folder.resolve(id + ".json"), pattern, UTF_8);
    }

    private static void greeting(String id, String cron) throws IOException {
        write(
                id,
                "{\"capability\": \"example.echo\", \"args\": {\"message\": \"Hello, {{inputs.name}}\"}, \"as\": \"greeting\"}",
                "{\"cron\": \"" + cron + "\", \"zone\": \"America/Toronto\", \"inputs\": {\"name\": \"schedule\"}}");
    }

    private static String reload() {
        return service.post("/v1/patterns/reload", "{}").body();
    }

    /** Request ids of the stored runs of a pattern that ended so, the first one first. */
    private static List<String> stored(String pattern, String status) {
        JdbcTemplate jdbc = database.owner();
        return new TransactionTemplate(new DataSourceTransactionManager(jdbc.getDataSource())).execute(transaction -> {
            jdbc.queryForObject(
                    "select set_config('app.user_id', ?, true)", String.class, DevelopmentUser.ID.toString());
            return jdbc.queryForList(
                    "select request_id::text from execution where pattern_id = ? and status = ? order by created_at",
                    String.class,
                    pattern,
                    status);
        });
    }

    private static void awaitRuns(String pattern, String status, int runs) {
        await().until(() -> stored(pattern, status).size() >= runs);
    }

    @Test
    void aPatternRunsByItselfAndItsResultIsReadBack() throws IOException {
        greeting("each_second", EACH_SECOND);
        assertThat(reload()).contains("each_second");
        awaitRuns("each_second", "success", 2);
        String answer = service.get(
                        "/v1/executions/" + stored("each_second", "success").get(0))
                .body();
        assertThat(answer).contains("Hello, schedule").contains("\"timestamp\":\"" + NOW + "\"");
        assertThat(service.get("/metrics").body())
                .containsPattern(
                        "dawsos_scheduled_runs_total\\{.*pattern_id=\"each_second\".*status=\"success\".*} [2-9]");
    }

    /** A run may be on its way still; then none comes for more than two of its seconds. */
    private void awaitNoMoreRuns(String pattern) {
        AtomicInteger last = new AtomicInteger(-1);
        await().pollInterval(Duration.ofMillis(2_500))
                .until(() -> last.getAndSet(stored(pattern, "success").size()) == last.get());
    }

    @Test
    void aRemovedPatternRunsNoMore() throws Exception {
        greeting("soon_gone", EACH_SECOND);
        reload();
        awaitRuns("soon_gone", "success", 1);
        unschedule();
        awaitNoMoreRuns("soon_gone");
    }

    @Test
    void aChangedCronReplacesTheOldOne() throws Exception {
        greeting("moved", "0 0 9 1 1 ? 2099");
        reload();
        assertThat(stored("moved", "success")).isEmpty();
        greeting("moved", EACH_SECOND);
        reload();
        awaitRuns("moved", "success", 1);
        greeting("moved", "0 0 9 ? * 6#3");
        reload();
        awaitNoMoreRuns("moved");
    }

    @Test
    void aCronThatIsNoneIsAProblemOfThePattern() throws IOException {
        greeting("sometimes", "0 0 99 * * ?");
        assertThat(reload()).contains("/schedule/cron").contains("0 0 99 * * ?");
        assertThat(service.get("/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void aCronOfThePastIsNotScheduledAndDisturbsNobody() throws IOException {
        greeting("history", "0 0 9 1 1 ? 2020");
        greeting("present", EACH_SECOND);
        reload();
        awaitRuns("present", "success", 1);
        assertThat(stored("history", "success")).isEmpty();
        assertThat(service.get("/v1/patterns/history").statusCode()).isEqualTo(200);
    }

    @Test
    void aRunThatFailsIsStoredWithItsProblem() throws IOException {
        write(
                "failing",
                "{\"capability\": \"example.double\", \"args\": {\"value\": 9223372036854775807}, \"as\": \"greeting\"}",
                "{\"cron\": \"" + EACH_SECOND + "\"}");
        try (LoggedEvents log = LoggedEvents.listen()) {
            assertThat(reload()).contains("\"loaded\":[\"failing\"]");
            awaitRuns("failing", "error", 1);
            await().untilAsserted(() -> assertThat(log.at(Level.WARN))
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .anySatisfy(told -> assertThat(told)
                            .startsWith("Scheduled run of failing failed: ")
                            .contains("does not fit into 64 bits")));
            assertThat(log.alarms()).isEmpty();
        }
        String stored = service.get(
                        "/v1/executions/" + stored("failing", "error").get(0))
                .body();
        assertThat(stored).contains("\"status\"").contains("\"trace\"");
        assertThat(service.get("/metrics").body())
                .containsPattern("dawsos_scheduled_runs_total\\{.*pattern_id=\"failing\".*status=\"error\".*} [1-9]");
    }
}
