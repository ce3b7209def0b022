package io.dawsos;

import static io.dawsos.Replies.ok;
import static io.dawsos.Replies.pointers;
import static io.dawsos.Replies.problem;
import static io.dawsos.Replies.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dawsos.rights.TestingRights;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rights registry, read, asked and changed. */
class RightsIT {

    private static final TestingService SERVICE = TestingService.shared();

    @Test
    void theRegistryCanBeReadAndAsked() {
        JsonNode rights = ok(SERVICE.get("/v1/rights"));
        assertThat(rights.path("profile").asText()).isEqualTo("staging");
        assertThat(texts(rights.path("providers"), "id")).hasSize(8);
        JsonNode check = ok(SERVICE.post(
                "/v1/rights/check", "{\"providers\":[\"Demo\",\"NewsAPI\",\"FRED:VIXCLS\"],\"format\":\"pdf\"}"));
        assertThat(check.path("allowed").asBoolean()).isFalse();
        assertThat(texts(check.path("blocked"), "cause"))
                .containsExactly("format_forbidden", "license_missing", "pre_approval");
        assertThat(check.path("attributions").path(0).asText()).contains("Demonstration prices");
        assertThat(pointers(problem(
                        SERVICE.post("/v1/rights/check", "{\"providers\":[1],\"format\":\"doc\",\"x\":1}"),
                        422,
                        "VALIDATION_FAILED")))
                .containsExactly("/x", "/providers/0", "/format");
    }

    @Test
    void whatTheRegistryTakesBackIsRefusedFromTheReloadOn(@TempDir Path folder) throws IOException {
        Path registry = folder.resolve("rights.yaml");
        Files.writeString(registry, TestingRights.text());
        try (TestingService own =
                TestingService.start(Map.of("RIGHTS_REGISTRY", registry.toString()), Clock.systemUTC())) {
            JsonNode answer = ok(own.post("/execute", "{\"pattern_id\":\"portfolio_overview\"}"));
            String export =
                    "/v1/executions/" + answer.path("trace").path("request_id").asText() + "/export?format=csv";
            assertThat(own.send(own.request(export)
                                    .POST(BodyPublishers.noBody())
                                    .build())
                            .statusCode())
                    .isEqualTo(200);
            Files.writeString(registry, TestingRights.text().replaceFirst("(?m)^  ECB:", "  EZB:"));
            assertThat(ok(own.post("/v1/rights/reload", "{}")).path("changed").asBoolean())
                    .isTrue();
            for (String pattern : List.of("portfolio_overview", "portfolio_income", "portfolio_tax_report")) {
                JsonNode refusal = problem(
                        own.post("/export", "{\"pattern_id\":\"" + pattern + "\",\"format\":\"csv\",\"redact\":true}"),
                        403,
                        "RIGHTS_VIOLATION");
                assertThat(refusal.path("detail").asText())
                        .isEqualTo("Export blocked: provider 'ECB' is not in the rights registry.");
            }
            Files.writeString(registry, "providers: [");
            JsonNode broken = ok(own.post("/v1/rights/reload", "{}"));
            assertThat(broken.path("problems").path(0).asText()).contains("rights.yaml:");
            assertThat(broken.path("changed").asBoolean()).isFalse();
            assertThat(ok(own.get("/v1/exports/audit")).path("rows").asInt()).isEqualTo(4);
        }
    }
}
