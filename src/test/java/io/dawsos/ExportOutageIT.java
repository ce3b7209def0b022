package io.dawsos;

import static io.dawsos.Replies.ok;
import static io.dawsos.Replies.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.testing.TestingDatabase;
import io.dawsos.testing.TestingProxy;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Where the profile is production, an export whose audit row cannot be written does not happen. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExportOutageIT {

    private static TestingDatabase database;
    private static TestingProxy proxy;
    private static TestingService service;
    private static String path;

    @BeforeAll
    static void start() throws IOException {
        database = DemoTemplate.copy();
        proxy = TestingProxy.before(database.port());
        String name = database.url().address().replaceFirst(".*/", "");
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(
                "DATABASE_URL", "postgresql://" + database.url().user() + "@localhost:" + proxy.port() + "/" + name);
        settings.put("RIGHTS_PROFILE", "production");
        service = TestingService.start(settings, Clock.systemUTC());
        path = "/v1/executions/"
                + ok(service.post("/execute", "{\"pattern_id\":\"portfolio_income\"}"))
                        .path("trace")
                        .path("request_id")
                        .asText()
                + "/export?format=json";
    }

    @AfterAll
    static void stop() {
        service.close();
        proxy.close();
        database.close();
    }

    private static HttpResponse<String> export() {
        return service.send(service.request(path).POST(BodyPublishers.noBody()).build());
    }

    private static long rows() {
        return ok(service.get("/v1/exports/audit")).path("rows").asLong();
    }

    @Test
    @Order(1)
    void anExportLeavesARow() {
        ok(export());
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    @Order(2)
    void withoutItsRowThereIsNoExport() {
        database.owner().execute("revoke insert on export_audit from dawsos_app");
        String told =
                problem(export(), 503, "SERVICE_UNAVAILABLE").path("detail").asText();
        assertThat(told).contains("The audit of exports cannot be written");
        database.owner().execute("grant insert on export_audit to dawsos_app");
        ok(export());
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    @Order(3)
    void withoutADatabaseThereIsNone() {
        proxy.cut();
        problem(export(), 503, "SERVICE_UNAVAILABLE");
        problem(
                service.post("/export", "{\"pattern_id\":\"portfolio_income\",\"format\":\"json\"}"),
                503,
                "SERVICE_UNAVAILABLE");
    }
}
