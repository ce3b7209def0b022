package io.dawsos;

import static io.dawsos.Replies.ok;
import static io.dawsos.Replies.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.dawsos.testing.TestingDatabase;
import io.dawsos.testing.TestingProxy;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The database goes away while the service runs, and comes back. */
class DatabaseOutageIT {

    private static final String OVERVIEW = "{\"pattern_id\":\"portfolio_overview\"}";
    private static TestingDatabase database;
    private static TestingProxy proxy;
    private static TestingService service;

    @BeforeAll
    static void start() throws IOException {
        database = DemoTemplate.copy();
        proxy = TestingProxy.before(database.port());
        String name = database.url().address().replaceFirst(".*/", "");
        String url = "postgresql://" + database.url().user() + "@localhost:" + proxy.port() + "/" + name;
        service = TestingService.start(Map.of("DATABASE_URL", url), Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        service.close();
        proxy.close();
        database.close();
    }

    /** And says when to come again, whether a port or a route of camel-sql asked. */
    private static void isAway(HttpResponse<String> reply) {
        JsonNode told = problem(reply, 503, "SERVICE_UNAVAILABLE");
        assertThat(told.path("retry_after").asInt()).isEqualTo(5);
        assertThat(reply.headers().firstValue("Retry-After")).contains("5");
    }

    @Test
    void isToldAsUnavailableAndForgottenWhenItIsBack() throws IOException {
        String hash = ok(service.post("/execute", OVERVIEW))
                .path("trace")
                .path("result_hash")
                .asText();
        ok(service.get("/v1/portfolios"));
        try (LoggedEvents log = LoggedEvents.listen()) {
            proxy.cut();
            isAway(service.get("/v1/portfolios")); // on a connection too fresh to be tested: lost in the transaction
            for (int i = 0; i < 3; i++) {
                isAway(service.post("/execute", OVERVIEW));
            }
            isAway(service.get("/v1/portfolios")); // with no connection left to begin one
            isAway(service.get("/v1/executions/" + UUID.randomUUID()));
            isAway(service.get("/health/ready"));
            isAway(service.get("/health/pack"));
            ok(service.get("/health/live"));
            ok(service.get("/patterns"));
            assertThat(log.alarms())
                    .as(
                            "one stack trace an outage, not one a request; libraries tell of a connection that broke in their hands")
                    .filteredOn(told -> told.contains(" io.dawsos."))
                    .hasSizeLessThanOrEqualTo(2);
        }
        proxy = TestingProxy.before(database.port(), proxy.port());
        await().until(() -> service.get("/health/ready").statusCode() == 200);
        assertThat(ok(service.post("/execute", OVERVIEW))
                        .path("trace")
                        .path("result_hash")
                        .asText())
                .isEqualTo(hash);
    }
}
