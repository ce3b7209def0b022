package io.dawsos;

import static io.dawsos.Replies.ok;
import static io.dawsos.Replies.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dawsos.testing.TestingDatabase;
import io.dawsos.testing.TestingProxy;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
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
    void aDatabaseThatGoesAwayBetweenDecisionAndRowStopsTheExportAndIsNoAlarm() throws IOException {
        database.owner()
                .execute("create function leave() returns trigger language plpgsql security definer as"
                        + " $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$");
        database.owner()
                .execute("create trigger leaves before insert on export_audit for each row execute function leave()");
        problem(
                service.post("/export", "{\"pattern_id\":\"portfolio_income\",\"format\":\"json\"}"),
                503,
                "SERVICE_UNAVAILABLE");
        Path files = service.home().resolve("exports");
        try (Stream<Path> left = Files.list(files)) {
            assertThat(left).isEmpty();
        }
        database.owner().execute("drop trigger leaves on export_audit");
        ok(export());
        JsonNode audit = ok(service.get("/v1/exports/audit"));
        assertThat(audit.path("rows").asLong()).isEqualTo(3);
        assertThat(audit.path("sound").asBoolean()).as(audit.toString()).isTrue();
    }

    /** The row is in the database, and the data folder cannot keep that it is there. */
    @Test
    @Order(4)
    void aDataFolderThatCannotKeepTheRowStopsTheExportToo() throws IOException {
        Path blocked = Files.createDirectory(service.home().resolve("export-audit.head.part"));
        problem(export(), 503, "SERVICE_UNAVAILABLE");
        Files.delete(blocked);
        ok(export());
        JsonNode audit = ok(service.get("/v1/exports/audit"));
        assertThat(audit.path("rows").asLong()).isEqualTo(5);
        assertThat(audit.path("sound").asBoolean()).as(audit.toString()).isTrue();
    }

    @Test
    @Order(5)
    void withoutADatabaseThereIsNone() {
        proxy.cut();
        problem(export(), 503, "SERVICE_UNAVAILABLE");
        problem(
                service.post("/export", "{\"pattern_id\":\"portfolio_income\",\"format\":\"json\"}"),
                503,
                "SERVICE_UNAVAILABLE");
    }
}
