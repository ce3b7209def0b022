package io.dawsos;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersIT {

    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TRACEPARENT = "00-" + TRACE_ID + "-00f067aa0ba902b7-01";

    private final TestingService service = TestingService.shared();

    private HttpResponse<String> hello(String... headers) {
        HttpRequest.Builder request = service.request("/execute")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"pattern_id\":\"hello\"}"));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return service.send(request.build());
    }

    private static Optional<String> header(HttpResponse<?> reply, String name) {
        return reply.headers().firstValue(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/patterns", "/metrics", "/nowhere", "/v1/patterns/none", "/execute"})
    void ofSecurityStandOnEveryReply(String path) {
        HttpResponse<String> reply = service.get(path);
        assertThat(header(reply, "X-Content-Type-Options")).contains("nosniff");
        assertThat(header(reply, "X-Frame-Options")).contains("DENY");
        assertThat(header(reply, "X-XSS-Protection")).contains("1; mode=block");
        assertThat(header(reply, "Cache-Control")).contains("no-store");
        assertThat(header(reply, "Strict-Transport-Security")).isEmpty();
        assertThat(header(reply, "X-Request-Id")).isPresent();
        assertThat(header(reply, "X-Trace-ID")).isPresent();
    }

    @Test
    void ofTheRequestAreNotEchoed() {
        HttpResponse<String> reply = hello("X-Foo", "bar", "Cookie", "a=b", "name", "value");
        assertThat(reply.headers().map()).doesNotContainKeys("X-Foo", "x-foo", "Cookie", "cookie", "name");
    }

    @Test
    void ofCamelDoNotComeFromClients() {
        HttpResponse<String> reply = hello("CamelHttpPath", "/nowhere", "CamelHttpResponseCode", "418");
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(service.send(service.request("/v1/patterns/hello")
                                .header("CamelHttpPath", "/v1/patterns/none")
                                .header("CamelHttpQuery", "limit=0")
                                .build())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void nameThePackOfAnAnswer() {
        assertThat(header(hello(), "X-Pack-ID"))
                .hasValueSatisfying(pack -> assertThat(pack).matches("\\d{8}_v\\d+"));
    }

    @Nested
    class ATraceparent {

        @Test
        void ofTheClientIsGoneOnWith() {
            HttpResponse<String> reply = hello("traceparent", TRACEPARENT);
            assertThat(header(reply, "X-Trace-ID")).contains(TRACE_ID);
            assertThat(Replies.ok(reply).path("trace").path("trace_id").asText())
                    .isEqualTo(TRACE_ID);
            assertThat(header(reply, "traceparent"))
                    .hasValueSatisfying(answered -> assertThat(answered)
                            .matches("00-" + TRACE_ID + "-(?!0{16})[0-9a-f]{16}-0[01]")
                            .isNotEqualTo(TRACEPARENT));
        }

        @Test
        void isAnsweredOnProblemsToo() {
            HttpResponse<String> reply = service.send(service.request("/nowhere")
                    .header("traceparent", TRACEPARENT)
                    .build());
            assertThat(header(reply, "traceparent").orElseThrow()).startsWith("00-" + TRACE_ID + "-");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "garbage",
                    "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                    "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                    "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01"
                })
        void thatIsInvalidIsIgnored(String invalid) {
            HttpResponse<String> reply = hello("traceparent", invalid);
            assertThat(reply.statusCode()).isEqualTo(200);
            assertThat(header(reply, "X-Trace-ID").orElseThrow())
                    .matches("[0-9a-f]{32}")
                    .isNotEqualToIgnoringCase(TRACE_ID);
        }
    }

    @Nested
    class AnOrigin {

        @Test
        void thatIsAllowedMayReadTheAnswer() {
            HttpResponse<String> reply = hello("Origin", "http://localhost:3000");
            assertThat(reply.statusCode()).isEqualTo(200);
            assertThat(header(reply, "access-control-allow-origin")).contains("http://localhost:3000");
            assertThat(header(reply, "access-control-allow-credentials")).contains("true");
            assertThat(header(reply, "access-control-expose-headers").orElseThrow())
                    .contains("X-Pack-ID", "X-Rights-Version", "X-Trace-ID");
        }

        @Test
        void thatIsAllowedIsToldSoBeforeItAsks() {
            HttpResponse<String> reply = preflight("http://localhost:8501");
            assertThat(reply.statusCode()).isEqualTo(204);
            assertThat(header(reply, "access-control-allow-methods").orElseThrow())
                    .contains("GET", "POST", "PUT", "DELETE", "OPTIONS");
            assertThat(header(reply, "access-control-max-age")).contains("3600");
        }

        @Test
        void thatIsForeignMayNot() {
            assertThat(header(hello("Origin", "http://evil.example"), "access-control-allow-origin"))
                    .isEmpty();
            assertThat(header(preflight("http://evil.example"), "access-control-allow-origin"))
                    .isEmpty();
        }

        @Test
        void thatIsTheServersOwnIsServed() {
            assertThat(hello("Origin", service.address()).statusCode()).isEqualTo(200);
        }

        private HttpResponse<String> preflight(String origin) {
            return service.send(service.request("/execute")
                    .method("OPTIONS", BodyPublishers.noBody())
                    .header("Origin", origin)
                    .header("Access-Control-Request-Method", "POST")
                    .header("Access-Control-Request-Headers", "content-type")
                    .build());
        }
    }
}
