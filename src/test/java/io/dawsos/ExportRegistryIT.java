package io.dawsos;

import static io.dawsos.Replies.ok;
import static io.dawsos.Replies.problem;
import static io.dawsos.Replies.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dawsos.pricing.PackId;
import io.dawsos.rights.TestingRights;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Who gets an export and what the audit says of it, while registries change. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExportRegistryIT {

    @TempDir
    private static Path folder;

    private static Path registry;
    private static TestingService service;
    private static PackId pack;
    private static String stored;

    @BeforeAll
    static void start() throws IOException {
        registry = folder.resolve("rights.yaml");
        Files.writeString(registry, TestingRights.text());
        service = TestingService.start(Map.of("RIGHTS_REGISTRY", registry.toString()), Clock.systemUTC());
        JsonNode trace = ok(service.post("/execute", "{\"pattern_id\":\"portfolio_income\"}"))
                .path("trace");
        stored = "/v1/executions/" + trace.path("request_id").asText() + "/export?format=json";
        pack = PackId.parse(trace.path("pricing_pack_id").asText());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static HttpResponse<String> export() {
        return export(stored);
    }

    private static HttpResponse<String> export(String path) {
        return service.send(service.request(path).POST(BodyPublishers.noBody()).build());
    }

    @Test
    @Order(1)
    void aForeignAnswerIsLikeNoneAndOneOfAFailedExecutionIsTold() {
        String answer = TestingStored.table(pack, 1, "secret");
        String foreign = TestingStored.store(service, Foreigner.ID, pack, "success", answer) + "csv";
        String failed = TestingStored.store(service, DevelopmentUser.ID, pack, "error", answer) + "csv";
        problem(export(foreign), 404, "EXECUTION_NOT_FOUND");
        problem(export(failed), 409, "EXECUTION_FAILED");
        assertThat(texts(ok(service.get("/v1/exports?limit=2")).path("exports"), "outcome"))
                .containsExactly("refused", "refused");
    }

    @Test
    @Order(2)
    void aRegistryThatIsReadAgainWhileExportsRunDecidesEachOfThemAsAWhole() throws Exception {
        String generous = TestingRights.text();
        String strict = generous.replaceFirst("(?m)^  Demo:", "  Nobody:");
        ExecutorService pool = Executors.newFixedThreadPool(2);
        List<Future<Integer>> replies = new ArrayList<>();
        try {
            for (int i = 0; i < 60; i++) {
                replies.add(pool.submit(() -> export().statusCode()));
                if (i % 6 == 5) {
                    Files.writeString(registry, i % 12 == 5 ? strict : generous);
                    ok(service.post("/v1/rights/reload", "{}"));
                    replies.get(i - 1).get();
                }
            }
            for (Future<Integer> reply : replies) {
                assertThat(reply.get()).isIn(200, 403);
            }
        } finally {
            pool.shutdown();
        }
        Files.writeString(registry, generous);
        ok(service.post("/v1/rights/reload", "{}"));
        JsonNode rows = ok(service.get("/v1/exports?limit=60")).path("exports");
        assertThat(texts(rows, "outcome")).contains("allowed", "refused");
        String refusing = TestingRights.read(strict).hash();
        rows.forEach(row -> assertThat(row.path("outcome").asText())
                .isEqualTo(row.path("registry_hash").asText().equals(refusing) ? "refused" : "allowed"));
    }

    @Test
    @Order(3)
    void aShadowedRegistryLetsPassAndSaysSo() throws Exception {
        String strict = TestingRights.text().replaceFirst("(?m)^  Demo:", "  Nobody:");
        Files.writeString(
                registry,
                strict.replaceFirst("(?m)^    action_on_violation: block", "    action_on_violation: shadow"));
        assertThat(ok(service.post("/v1/rights/reload", "{}")).path("changed").asBoolean())
                .isTrue();
        HttpResponse<String> reply = export();
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("X-Rights-Shadow")).contains("refused");
        JsonNode row = ok(service.get("/v1/exports?limit=1")).path("exports").path(0);
        assertThat(row.path("outcome").asText()).isEqualTo("shadow");
        assertThat(row.path("reason").asText()).contains("provider 'Demo' is not in the rights registry");
        Files.writeString(
                registry, strict.replaceAll("(?m)^    action_on_violation: block", "    action_on_violation: shadow"));
        JsonNode refused = ok(service.post("/v1/rights/reload", "{}"));
        assertThat(refused.path("problems").toString()).contains("production.action_on_violation");
        Files.writeString(registry, TestingRights.text());
        ok(service.post("/v1/rights/reload", "{}"));
    }

    @Test
    @Order(4)
    void aPageOfAttemptsFollowsTheOther() {
        List<String> all = texts(ok(service.get("/v1/exports?limit=1000")).path("exports"), "seq");
        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = ok(service.get("/v1/exports?limit=7" + cursor));
            paged.addAll(texts(page.path("exports"), "seq"));
            cursor = page.path("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("next_cursor").asText();
        } while (!cursor.isEmpty());
        assertThat(paged).isEqualTo(all).hasSizeGreaterThan(60);
        for (String wrong : List.of("limit=0", "limit=1001", "cursor=x", "before=3")) {
            problem(service.get("/v1/exports?" + wrong), 422, "VALIDATION_FAILED");
        }
    }

    @Test
    @Order(5)
    void theAuditIsSoundAndKnowsWhatOthersNoted() {
        JsonNode row = ok(service.get("/v1/exports?limit=1")).path("exports").path(0);
        String noted = row.path("seq").asText() + ":" + row.path("hash").asText();
        JsonNode audit = ok(service.get("/v1/exports/audit?known=" + noted));
        assertThat(audit.path("sound").asBoolean()).as(audit.toString()).isTrue();
        assertThat(audit.path("kept").asText()).isEqualTo(noted);
        String other = row.path("seq").asText() + ":" + "a".repeat(64);
        assertThat(texts(ok(service.get("/v1/exports/audit?known=" + other)).path("faults")))
                .containsExactly("row " + row.path("seq").asText() + " is not the one that is said to have been there");
        problem(service.get("/v1/exports/audit?known=x"), 422, "VALIDATION_FAILED");
    }
}
