package io.dawsos;

import static io.dawsos.Replies.json;
import static io.dawsos.Replies.pointers;
import static io.dawsos.Replies.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in: it is refused with a problem that says why, no agent is called, nobody is woken, and the next request is served. */
class BadInputIT extends Undisturbed {

    @Nested
    class ABodyThatIsNoJson {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "{",
                    "{\"pattern_id\":\"hello\"",
                    "{\"pattern_id\":\"hello\"}}",
                    "{\"pattern_id\":\"hello\"} {}",
                    "{'pattern_id':'hello'}",
                    "{\"pattern_id\":\"hello\",}",
                    "{\"pattern_id\":\"hello\",\"pattern_id\":\"hello\"}",
                    "{\"pattern_id\":NaN}",
                    "[]",
                    "null",
                    "\"hello\"",
                    "42",
                    "pattern_id=hello",
                    "\u0000",
                    "{\"pattern_id\":\"a\u0000b\"}"
                })
        void isRefused(String body) {
            JsonNode problem = problem(execute(body), 400, "INVALID_JSON");
            assertThat(problem.path("detail").asText()).contains("body");
        }

        @Test
        void orIsNestedTooDeepIsRefused() {
            String deep = "[".repeat(10_000) + "]".repeat(10_000);
            problem(execute("{\"pattern_id\":\"hello\",\"inputs\":{\"name\":" + deep + "}}"), 400, "INVALID_JSON");
        }

        @Test
        void orHasANameOrNumberBeyondAllMeasureIsToldTheLimits() {
            for (String monster :
                    new String[] {"{\"" + "x".repeat(60_000) + "\":1}", "{\"n\":" + "9".repeat(60_000) + "}"}) {
                assertThat(problem(execute(monster), 400, "INVALID_JSON")
                                .path("detail")
                                .asText())
                        .contains("at most");
            }
        }

        @Test
        void orIsNotUtf8IsRefused() {
            HttpResponse<String> reply = service.send(service.request("/execute")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'}))
                    .build());
            problem(reply, 400, "INVALID_JSON");
        }
    }

    @Nested
    class ARequest {

        @Test
        void isToldEveryViolationAtOnce() {
            JsonNode problem = problem(
                    execute("{\"pattern_id\":7,\"portfolio_id\":\"x\",\"inputs\":[],\"asof\":\"31.12.2023\","
                            + "\"require_fresh\":\"no\",\"patern\":1}"),
                    422,
                    "VALIDATION_FAILED");
            assertThat(pointers(problem))
                    .containsExactlyInAnyOrder(
                            "/pattern_id", "/portfolio_id", "/inputs", "/asof", "/require_fresh", "/patern");
        }

        @Test
        void isToldEveryWrongInputAtOnce() {
            JsonNode problem = problem(
                    execute("{\"pattern_id\":\"hello\",\"inputs\":{\"nane\":\"x\",\"name\":[1],\"number\":\"21\"}}"),
                    422,
                    "VALIDATION_FAILED");
            assertThat(pointers(problem)).containsExactlyInAnyOrder("/inputs/nane", "/inputs/name", "/inputs/number");
            assertThat(problem.path("violations").toString()).contains("nearest: 'name'");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1e400", "99999999999999999999", "1.5", "true", "{}", "\"\\ud800\""})
        void withANumberThatIsNoneIsRefused(String number) {
            HttpResponse<String> reply = execute("{\"pattern_id\":\"hello\",\"inputs\":{\"number\":" + number + "}}");
            assertThat(reply.statusCode()).as(reply.body()).isIn(400, 422);
            problem(reply, reply.statusCode(), json(reply).path("error").asText());
        }

        @Test
        void withoutAPatternIsRefused() {
            assertThat(pointers(problem(execute("{}"), 422, "VALIDATION_FAILED")))
                    .containsExactly("/pattern_id");
        }

        @Test
        void forAPatternThatIsNotThereIsToldTheNearest() {
            JsonNode problem = problem(execute("{\"pattern_id\":\"portfolio_overveiw\"}"), 404, "PATTERN_NOT_FOUND");
            assertThat(problem.path("detail").asText()).contains("nearest: 'portfolio_overview'");
        }

        @Test
        void thatIsTooLargeIsRefused() {
            JsonNode problem =
                    problem(execute("{\"pattern_id\":\"" + "x".repeat(2_000_000) + "\"}"), 413, "PAYLOAD_TOO_LARGE");
            assertThat(problem.path("detail").asText()).contains("1048576 bytes");
        }
    }

    @Nested
    class ARequestLine {

        @ParameterizedTest
        @CsvSource({
            "GET, /execute",
            "PUT, /v1/execute",
            "DELETE, /patterns",
            "POST, /health",
            "POST, /metrics",
            "PATCH, /v1/executions/1",
            "GET, /v1/patterns/reload/x/../.."
        })
        void withAnotherMethodOrPathIsRefused(String method, String path) {
            HttpResponse<String> reply = service.send(service.request(path)
                    .method(method, BodyPublishers.noBody())
                    .build());
            boolean odd = path.contains("..");
            if (!odd) {
                problem(reply, 405, "METHOD_NOT_ALLOWED");
            } else {
                assertThat(reply.statusCode()).isIn(200, 404);
            }
        }

        @Test
        void withoutAResourceIsNotFound() {
            problem(service.get("/nothing/here"), 404, "NOT_FOUND");
            problem(service.get("/"), 404, "NOT_FOUND");
        }
    }

    @Nested
    class AMediaType {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "application/x-www-form-urlencoded",
                    "text/plain",
                    "multipart/form-data; boundary=x",
                    "application/xml",
                    "application/jsonp"
                })
        void thatIsNoJsonIsRefused(String type) {
            HttpResponse<String> reply = service.send(service.request("/execute")
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofString("{\"pattern_id\":\"hello\"}"))
                    .build());
            problem(reply, 415, "UNSUPPORTED_MEDIA_TYPE");
        }

        @Test
        void thatIsMissingIsRefused() {
            HttpResponse<String> reply = service.send(service.request("/execute")
                    .POST(BodyPublishers.ofString("{\"pattern_id\":\"hello\"}"))
                    .build());
            problem(reply, 415, "UNSUPPORTED_MEDIA_TYPE");
        }

        @ParameterizedTest
        @ValueSource(strings = {"application/json; charset=nonsense", "application/json; charset=\"\\\\\""})
        void withAStrangeCharsetDoesNoHarm(String type) {
            HttpResponse<String> reply = service.send(service.request("/execute")
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofString("{\"pattern_id\":1}"))
                    .build());
            assertThat(reply.statusCode()).as(reply.body()).isIn(415, 422);
        }

        @Test
        void thatIsNotAcceptedIsRefused() {
            HttpResponse<String> reply = service.send(service.request("/execute")
                    .header("Content-Type", "application/json")
                    .header("Accept", "text/html")
                    .POST(BodyPublishers.ofString("{\"pattern_id\":\"hello\"}"))
                    .build());
            problem(reply, 406, "NOT_ACCEPTABLE");
        }
    }
}
