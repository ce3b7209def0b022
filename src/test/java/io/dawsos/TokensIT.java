package io.dawsos;

import static io.dawsos.Replies.ok;
import static io.dawsos.Replies.problem;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dawsos.TestingClient.Protocol;
import io.dawsos.portfolio.Portfolio;
import io.dawsos.testing.TestingDatabase;
import io.dawsos.testing.TestingRows;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The service in production: nobody is served without a token, and nobody sees what is another's. */
class TokensIT {

    private static final String HELLO = "{\"pattern_id\":\"hello\",\"inputs\":{\"name\":\"queue\"}}";
    private static final UUID ALICE = TestingRows.ALICE;
    private static TestingDatabase database;
    private static TestingService service;

    @TempDir
    private static Path patterns;

    @BeforeAll
    static void start() throws IOException {
        scheduled();
        database = TestingDatabase.create();
        String url =
                "postgresql://" + database.url().user() + "@" + database.url().address();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("ENVIRONMENT", "production");
        settings.put("AUTH_JWT_SECRET", TestingTokens.SECRET);
        settings.put("EXPORT_AUDIT_KEY", "k".repeat(32));
        settings.put("DATABASE_URL", url);
        settings.put("PATTERNS_PATH", patterns.toString());
        settings.put("SCHEDULE_USER", ALICE.toString());
        service = TestingService.start(settings, Clock.systemUTC());
        for (Portfolio portfolio : List.of(TestingRows.ALICES, TestingRows.BOBS)) {
            database.database().portfolios().register(portfolio);
        }
        database.database().securityStore().add(TestingRows.securities());
        database.database()
                .packStore()
                .save(List.of(TestingRows.draft(TestingRows.pack(TestingRows.MONDAY), "195.89")));
        database.database().packStore().markFresh(List.of(TestingRows.pack(TestingRows.MONDAY)));
    }

    @AfterAll
    static void stop() {
        service.close();
        database.close();
    }

    private static String valid() {
        return TestingTokens.bearer(ALICE);
    }

    /** Runs by itself each second. */
    private static void scheduled() throws IOException {
        String hello = Files.readString(Path.of("patterns/example/hello.json"));
        Files.writeString(
                patterns.resolve("each_second.json"),
                hello.replace("\"id\": \"hello\"", "\"id\": \"each_second\"")
                        .replaceFirst(
                                "\\{", "{\"schedule\": {\"cron\": \"0/1 * * * * ?\", \"inputs\": {\"name\": \"x\"}},"));
    }

    private static HttpResponse<String> get(String path, String authorization) {
        return service.send(
                service.request(path).header("Authorization", authorization).build());
    }

    static List<String> invalid() {
        return TestingTokens.invalid(ALICE);
    }

    private static void isRefused(HttpResponse<String> reply) {
        assertThat(problem(reply, 401, "UNAUTHENTICATED").path("detail").asText())
                .contains("Authorization: Bearer");
        assertThat(reply.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(reply.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void anInvalidTokenIsRefused(String authorization) {
        try (LoggedEvents log = LoggedEvents.listen()) {
            isRefused(get("/v1/portfolios", authorization));
            assertThat(log.alarms()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/patterns", "/v1/portfolios", "/v1/agents", "/nowhere", "/healthy", "/metrics/x", "/"})
    void nothingIsServedWithoutAToken(String path) {
        isRefused(service.get(path));
    }

    @Test
    void nothingIsExecutedWithoutAToken() {
        isRefused(service.post("/execute", "{\"pattern_id\":\"hello\"}"));
        isRefused(service.post("/execute", "no json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/live", "/health/ready", "/health/pack", "/metrics"})
    void machinesNeedNone(String path) {
        HttpResponse<String> reply = service.get(path);
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Strict-Transport-Security"))
                .contains("max-age=31536000; includeSubDomains");
    }

    @Test
    void theTokenSaysWhoseDataAreSeen() {
        String bob = TestingTokens.bearer(TestingRows.BOB);
        assertThat(Replies.texts(ok(get("/v1/portfolios", valid())), "name")).containsExactly("Alice's");
        assertThat(Replies.texts(ok(get("/v1/portfolios", bob)), "name")).containsExactly("Bob's");
        assertThat(ok(get("/v1/portfolios", TestingTokens.bearer(UUID.randomUUID()))))
                .isEmpty();
    }

    @Test
    void anExecutionRunsForTheUserOfTheToken() {
        HttpRequest request = service.request("/execute")
                .header("Content-Type", "application/json")
                .header("Authorization", valid())
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"pattern_id\":\"portfolio_overview\",\"portfolio_id\":\"" + TestingRows.BOBS.id() + "\"}"))
                .build();
        problem(service.send(request), 404, "PORTFOLIO_NOT_FOUND");
    }

    @Test
    void aHeaderCannotStandInForTheToken() {
        HttpResponse<String> reply = service.send(service.request("/v1/portfolios")
                .header("CamelVertxPlatformHttpAuthenticatedUser", ALICE.toString())
                .build());
        isRefused(reply);
    }

    @Test
    void aScheduleRunsForTheUserOfTheSettings() {
        JdbcTemplate jdbc = database.owner();
        TransactionTemplate transaction =
                new TransactionTemplate(new DataSourceTransactionManager(requireNonNull(jdbc.getDataSource())));
        await().until(() -> requireNonNull(transaction.execute(status -> {
                    jdbc.query("select set_config('app.user_id', ?, true)", row -> {}, ALICE.toString());
                    return jdbc.queryForList(
                            "select status from execution where pattern_id = 'each_second'", String.class);
                }))
                .contains("success"));
    }

    @Nested
    class AMessage {

        private final TestingClient client = TestingClient.of(Protocol.CORE, service.brokerUrl());

        @AfterEach
        void leave() {
            client.close();
        }

        private TextMessage asked(String authorization, String body) throws JMSException {
            TextMessage request = client.text(body);
            request.setStringProperty("Authorization", authorization);
            return client.ask(request);
        }

        @Test
        void isAnsweredForTheUserOfItsToken() throws JMSException {
            assertThat(asked(valid(), HELLO).getText()).contains("Hello, queue");
            String bobs = "{\"pattern_id\":\"portfolio_overview\",\"portfolio_id\":\"" + TestingRows.BOBS.id() + "\"}";
            assertThat(asked(valid(), bobs).getStringProperty("dawsos_error")).isEqualTo("PORTFOLIO_NOT_FOUND");
        }

        @ParameterizedTest
        @EnumSource
        void thatProvesNobodyIsRefusedAndBuried(Protocol protocol) throws JMSException {
            try (TestingClient sender = TestingClient.of(protocol, service.brokerUrl())) {
                TextMessage request = sender.text(HELLO);
                TextMessage answer = sender.ask(request);
                assertThat(answer.getStringProperty("dawsos_error")).isEqualTo("UNAUTHENTICATED");
                assertThat(Replies.json(answer.getText()).path("detail").asText())
                        .contains("Authorization: Bearer");
                Message letter = sender.take("dawsos.dead-letters", request.getJMSCorrelationID());
                assertThat(letter.getStringProperty("dawsos_problem")).isEqualTo(answer.getText());
            }
        }

        @ParameterizedTest
        @MethodSource("io.dawsos.TokensIT#invalid")
        void withAnInvalidTokenIsRefusedBeforeItIsRead(String authorization) throws JMSException {
            assertThat(asked(authorization, "no json").getStringProperty("dawsos_error"))
                    .isEqualTo("UNAUTHENTICATED");
        }

        @Test
        void isBuriedWithoutItsToken() throws JMSException {
            TextMessage request = client.text("no json");
            request.setStringProperty("Authorization", valid());
            request.setStringProperty("desk", "equities");
            assertThat(client.ask(request).getStringProperty("dawsos_error")).isEqualTo("INVALID_JSON");
            Message letter = client.take("dawsos.dead-letters", request.getJMSCorrelationID());
            assertThat(letter.propertyExists("Authorization")).isFalse();
            assertThat(letter.getStringProperty("desk")).isEqualTo("equities");
        }
    }
}
