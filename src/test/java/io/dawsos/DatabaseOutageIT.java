package io.dawsos;

import static io.dawsos.Replies.ok;
import static io.dawsos.Replies.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dawsos.testing.TestingDatabase;
import io.dawsos.testing.TestingProxy;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
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
        database = TestingDatabase.create();
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

    @Test
    void isToldAsUnavailableAndForgottenWhenItIsBack() throws IOException {
        String hash = ok(service.post("/execute", OVERVIEW))
                .path("trace")
                .path("result_hash")
                .asText();
        try (LoggedEvents log = LoggedEvents.listen()) {
            proxy.cut();
            for (int i = 0; i < 3; i++) {
                problem(service.post("/execute", OVERVIEW), 503, "SERVICE_UNAVAILABLE");
            }
            problem(service.get("/v1/portfolios"), 503, "SERVICE_UNAVAILABLE");
            problem(service.get("/v1/executions/" + UUID.randomUUID()), 503, "SERVICE_UNAVAILABLE");
            problem(service.get("/health/ready"), 503, "SERVICE_UNAVAILABLE");
            problem(service.get("/health/pack"), 503, "SERVICE_UNAVAILABLE");
            problem(service.get("/v1/health/data"), 503, "SERVICE_UNAVAILABLE");
            HttpResponse<String> refused = service.post("/execute", OVERVIEW);
            assertThat(refused.headers().firstValue("Retry-After")).contains("5");
            assertThat(problem(refused, 503, "SERVICE_UNAVAILABLE")
                            .path("retry_after")
                            .asInt())
                    .isEqualTo(5);
            assertThat(service.get("/health/ready").headers().firstValue("Retry-After"))
                    .as("also where a route of camel-sql asked")
                    .contains("5");
            ok(service.get("/health/live"));
            ok(service.get("/patterns"));
            assertThat(log.alarms())
                    .as("one stack trace an outage, not one a request")
                    .hasSizeLessThanOrEqualTo(2);
        }
        proxy = TestingProxy.before(database.port(), proxy.port());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> service.get("/health/ready").statusCode() == 200);
        assertThat(ok(service.post("/execute", OVERVIEW))
                        .path("trace")
                        .path("result_hash")
                        .asText())
                .isEqualTo(hash);
    }
}
