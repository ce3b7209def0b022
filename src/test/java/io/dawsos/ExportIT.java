package io.dawsos;

import static io.dawsos.Replies.json;
import static io.dawsos.Replies.ok;
import static io.dawsos.Replies.problem;
import static io.dawsos.Replies.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.dawsos.rights.TestingRights;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Exports as clients ask for them. */
class ExportIT {

    private static final TestingService SERVICE = TestingService.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static String body(String pattern, String more) {
        String inputs = pattern.equals("holding_deep_dive") ? "{\"symbol\":\"MSFT\"}" : "{}";
        return "{\"pattern_id\":\"" + pattern + "\",\"inputs\":" + inputs + more + "}";
    }

    private static JsonNode executed(String pattern) {
        return ok(SERVICE.post("/execute", body(pattern, "")));
    }

    private static String exportOf(JsonNode answer, String query) {
        return "/v1/executions/" + answer.path("trace").path("request_id").asText() + "/export?" + query;
    }

    private static HttpResponse<byte[]> export(String path) {
        try {
            return HTTP.send(SERVICE.request(path).POST(BodyPublishers.noBody()).build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> refused(String path) {
        return SERVICE.send(SERVICE.request(path).POST(BodyPublishers.noBody()).build());
    }

    private static Map<String, String> unpacked(byte[] zip) {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** What must stand on an answer, from the providers of its trace. */
    private static List<String> attributions(JsonNode answer) {
        return TestingRights.attributions(texts(answer.path("trace").path("providers")));
    }

    static List<String> patterns() {
        return texts(json(SERVICE.get("/patterns")), "id");
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void everyPatternIsExportedWithItsAttributionsOrRefusedWithItsReason(String pattern) {
        JsonNode answer = executed(pattern);
        if (answer.path("trace").path("providers").isEmpty()) {
            JsonNode refusal =
                    problem(SERVICE.post("/export", body(pattern, ",\"format\":\"csv\"")), 403, "RIGHTS_VIOLATION");
            assertThat(refusal.path("detail").asText())
                    .contains("Export blocked: provider 'example_agent' is not in the rights registry");
            return;
        }
        HttpResponse<byte[]> json = export(exportOf(answer, "format=json"));
        assertThat(json.statusCode()).isEqualTo(200);
        JsonNode exported = json(new String(json.body(), StandardCharsets.UTF_8));
        assertThat(texts(exported.path("export").path("attributions")))
                .isNotEmpty()
                .containsExactlyElementsOf(attributions(answer));
        assertThat(exported.path("data")).isEqualTo(answer.path("data"));
        HttpResponse<byte[]> csv = export(exportOf(answer, "format=csv"));
        assertThat(csv.statusCode()).isEqualTo(200);
        Map<String, String> files = unpacked(csv.body());
        files.forEach((name, text) -> attributions(answer)
                .forEach(attribution -> assertThat(text).as(name).contains(attribution)));
        boolean excel = json(SERVICE.get("/v1/patterns/" + pattern))
                .path("export_allowed")
                .path("excel")
                .asBoolean();
        HttpResponse<byte[]> xlsx = export(exportOf(answer, "format=xlsx"));
        assertThat(xlsx.statusCode()).isEqualTo(excel ? 200 : 403);
        if (excel) {
            assertThat(unpacked(xlsx.body()).get("xl/sharedStrings.xml"))
                    .contains(attributions(answer).get(0));
        } else {
            assertThat(new String(xlsx.body(), StandardCharsets.UTF_8)).contains("export_allowed");
        }
    }

    @Nested
    class TheOverview {

        private final JsonNode answer = executed("portfolio_overview");

        @Test
        void isAZipOfTablesWithAManifest() {
            HttpResponse<byte[]> reply = export(exportOf(answer, "format=csv"));
            assertThat(reply.headers().firstValue("Content-Type")).contains("application/zip");
            assertThat(reply.headers().firstValue("Content-Disposition").orElseThrow())
                    .matches("attachment; filename=\"DawsOS_portfolio_overview_\\d{4}-\\d{2}-\\d{2}\\.zip\"");
            assertThat(reply.headers().firstValue("X-Rights-Version")).contains("1.0");
            assertThat(reply.headers().firstValue("X-Pack-ID"))
                    .contains(answer.path("trace").path("pricing_pack_id").asText());
            Map<String, String> files = unpacked(reply.body());
            assertThat(files)
                    .containsKeys("manifest.json", "valued_positions.positions.csv", "historical_nav.values.csv");
            assertThat(files.getOrDefault("valued_positions.positions.csv", "").lines())
                    .anyMatch(line -> line.startsWith("symbol,name,quantity,price,"))
                    .anyMatch(line -> line.startsWith("AAPL,"));
            assertThat(json(files.getOrDefault("manifest.json", ""))
                            .path("files")
                            .size())
                    .isEqualTo(files.size() - 1);
        }

        @Test
        void isTheSameEachTimeButForTheTime() {
            String path = exportOf(answer, "format=csv");
            Map<String, String> first = unpacked(export(path).body());
            Map<String, String> second = unpacked(export(path).body());
            assertThat(withoutTime(second)).isEqualTo(withoutTime(first));
        }

        private String withoutTime(Map<String, String> files) {
            return files.toString().replaceAll("(?i)\"?generated\"?( :|:) \\S+", "");
        }

        @Test
        void leavesNoFileBehind() {
            export(exportOf(answer, "format=xlsx"));
            // the server deletes it when it has sent it, which its client may know a moment before
            await().untilAsserted(
                            () -> assertThat(SERVICE.home().resolve("exports")).isEmptyDirectory());
        }

        @Test
        void isExecutedAndExportedInOneStep() {
            HttpResponse<String> reply =
                    SERVICE.post("/export", body("portfolio_overview", ",\"format\":\"json\",\"redact\":true"));
            JsonNode exported = ok(reply);
            assertThat(exported.path("data")).isEqualTo(answer.path("data"));
            assertThat(reply.headers().firstValue("X-Request-Id"))
                    .contains(exported.path("trace").path("request_id").asText());
            ok(SERVICE.get("/v1/executions/"
                    + exported.path("trace").path("request_id").asText()));
        }
    }

    @Test
    void everyAttemptIsInTheCallersAuditAndTheAuditIsSound() {
        String missing = UUID.randomUUID().toString();
        refused("/v1/executions/" + missing + "/export?format=xlsx");
        JsonNode answer = executed("portfolio_income");
        export(exportOf(answer, "format=csv"));
        JsonNode exports = ok(SERVICE.get("/v1/exports?limit=2")).path("exports");
        assertThat(texts(exports, "outcome")).containsExactly("allowed", "refused");
        JsonNode allowed = exports.path(0);
        assertThat(allowed.path("execution_id")).isEqualTo(answer.path("trace").path("request_id"));
        assertThat(allowed.path("providers")).isEqualTo(answer.path("trace").path("providers"));
        assertThat(allowed.path("pricing_pack_id"))
                .isEqualTo(answer.path("trace").path("pricing_pack_id"));
        assertThat(allowed.path("registry_hash").asText())
                .isEqualTo(TestingRights.shipped().hash());
        assertThat(allowed.path("address").asText()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(exports.path(1).path("execution_id").asText()).isEqualTo(missing);
        assertThat(exports.path(1).path("reason").asText()).contains("No stored execution");
        JsonNode audit = ok(SERVICE.get("/v1/exports/audit"));
        assertThat(audit.path("sound").asBoolean()).as(audit.toString()).isTrue();
        assertThat(audit.path("rows").asLong()).isGreaterThanOrEqualTo(2);
    }
}
