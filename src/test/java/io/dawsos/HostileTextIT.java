package io.dawsos;

import static io.dawsos.Replies.json;
import static io.dawsos.Replies.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that somebody hopes will be run, split, or shown. */
class HostileTextIT extends Undisturbed {

    static Stream<String> texts() {
        return Stream.of(
                "a\r\nX-Injected: yes",
                "{{ctx.user_id}}",
                "${body}",
                "${bean:freshnessGate}",
                "#{systemProperties}",
                "'; drop table portfolios; --",
                "../../etc/passwd",
                "..\\..\\windows",
                "<script>alert(1)</script>",
                "a\u0000b",
                "\u202Egnp.exe",
                "\u2066hidden\u2069",
                "\uD83D\uDE00".repeat(50),
                "%00%0a",
                "direct:execute",
                "x".repeat(100_000));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void asAPatternIsNotFound(String text) {
        HttpResponse<String> reply = execute(object("pattern_id", text).toString());
        JsonNode problem = problem(reply, 404, "PATTERN_NOT_FOUND");
        assertHarmless(problem, reply);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void asAPortfolioIsAViolation(String text) {
        ObjectNode request = object("pattern_id", "portfolio_overview");
        request.put("portfolio_id", text).set("inputs", object("portfolio_id", text));
        HttpResponse<String> reply = execute(request.toString());
        assertHarmless(problem(reply, 422, "VALIDATION_FAILED"), reply);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void asAMemberOrAnInputIsNamedHarmlessly(String text) {
        ObjectNode request = object("pattern_id", "hello").put(text, 1);
        assertRefused(execute(request.toString()));
        request = object("pattern_id", "hello");
        request.set("inputs", object(text, text));
        assertRefused(execute(request.toString()));
    }

    private void assertRefused(HttpResponse<String> reply) {
        assertThat(reply.statusCode()).isIn(400, 422);
        assertHarmless(
                problem(reply, reply.statusCode(), json(reply).path("error").asText()), reply);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%00",
                "..%2f..%2fetc%2fpasswd",
                "%0d%0aX-Injected:%20yes",
                "$%7Bbody%7D",
                "%7B%7Bctx%7D%7D",
                "';drop%20table%20portfolios;--",
                "%E2%80%AEgnp",
                "hello%ff",
                "hello;x=1"
            })
    void inAPathIsNotFound(String segment) {
        for (String path : new String[] {"/v1/patterns/", "/v1/executions/"}) {
            HttpResponse<String> reply = service.get(path + segment);
            assertThat(reply.statusCode()).as(path + reply.body()).isIn(400, 404);
            assertHarmless(
                    problem(reply, reply.statusCode(), json(reply).path("error").asText()), reply);
        }
    }

    @Test
    void inAPathThatIsLongIsRefused() {
        HttpResponse<String> reply = service.get("/v1/patterns/" + "x".repeat(3_000));
        assertHarmless(problem(reply, 404, "PATTERN_NOT_FOUND"), reply);
    }

    @ParameterizedTest
    @CsvSource({
        "id, portfolio_overview",
        "request_id, 1",
        "CamelHttpPath, /v1/patterns/portfolio_overview",
        "camelhttpresponsecode, 204",
        "CamelHttpResponseCode, 204",
        "CamelVertxPlatformHttpAuthenticatedUser, somebody",
        "org.apache.camel.file, x",
        "traceparent, ${body}"
    })
    void inAHeaderStandsInForNothing(String name, String value) {
        HttpResponse<String> byHeader = service.send(
                service.request("/v1/patterns/nohello").header(name, value).build());
        HttpResponse<String> byQuery = service.get("/v1/patterns/nohello?" + name + "=x");
        assertThat(problem(byHeader, 404, "PATTERN_NOT_FOUND").path("detail").asText())
                .contains("'nohello'");
        assertThat(problem(byQuery, 404, "PATTERN_NOT_FOUND").path("detail").asText())
                .contains("'nohello'");
    }

    private ObjectNode object(String name, String value) {
        return JsonNodeFactory.instance.objectNode().put(name, value);
    }

    private void assertHarmless(JsonNode problem, HttpResponse<String> reply) {
        assertThat(reply.headers().map()).doesNotContainKey("x-injected");
        assertThat(reply.body().length()).as("length").isLessThan(5_000);
        assertThat(reply.body()).doesNotContain("\u202E", "\u2066", "root:");
        assertThat(problem.path("detail").asText()).doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
    }
}
