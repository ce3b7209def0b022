package io.dawsos;

import static io.dawsos.Replies.ok;
import static io.dawsos.Replies.pointers;
import static io.dawsos.Replies.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests for exports that cannot be met. */
class ExportRefusalsIT {

    private static final TestingService SERVICE = TestingService.shared();

    private final String path = "/v1/executions/"
            + ok(SERVICE.post("/execute", "{\"pattern_id\":\"portfolio_income\"}"))
                    .path("trace")
                    .path("request_id")
                    .asText()
            + "/export?";

    private static HttpResponse<String> refused(String path) {
        return SERVICE.send(SERVICE.request(path).POST(BodyPublishers.noBody()).build());
    }

    @ParameterizedTest
    @CsvSource({
        "'', /format",
        "format=, /format",
        "format=docx, /format",
        "format=csv&redact=maybe, /redact",
        "format=csv&providers=FMP, /providers",
        "format=csv&format=json, /format"
    })
    void isToldWithTheParameter(String query, String pointer) {
        assertThat(pointers(problem(refused(path + query), 422, "VALIDATION_FAILED")))
                .containsExactly(pointer);
    }

    @Test
    void isToldForEveryMemberAtOnce() {
        String body = "{\"pattern_id\":\"hello\",\"format\":\"docx\",\"redact\":1}";
        assertThat(pointers(problem(SERVICE.post("/export", body), 422, "VALIDATION_FAILED")))
                .containsExactly("/format", "/redact");
        String named = "{\"pattern_id\":\"hello\",\"format\":\"csv\",\"providers\":[\"FMP\"]}";
        assertThat(pointers(problem(SERVICE.post("/export", named), 422, "VALIDATION_FAILED")))
                .containsExactly("/providers");
    }

    @Test
    void isAResultThatIsNotThere() {
        problem(refused("/v1/executions/" + UUID.randomUUID() + "/export?format=csv"), 404, "EXECUTION_NOT_FOUND");
        problem(refused("/v1/executions/x/export?format=csv"), 404, "EXECUTION_NOT_FOUND");
        problem(SERVICE.get("/v1/executions/x/export?format=csv"), 405, "METHOD_NOT_ALLOWED");
    }
}
