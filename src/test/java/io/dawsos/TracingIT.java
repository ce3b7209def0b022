package io.dawsos;

import static io.dawsos.Replies.ok;
import static io.dawsos.Replies.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The spans of a request, from the way in to the agents. */
class TracingIT {

    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT_ID = "00f067aa0ba902b7";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final InMemorySpanExporter SPANS = InMemorySpanExporter.create();

    @TempDir
    private static Path home;

    private static Service service;

    @BeforeAll
    static void start() {
        OpenTelemetrySdk collector = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(SPANS))
                        .build())
                .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
                .build();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("PORT", "0");
        settings.put("BROKER_PORT", "0");
        settings.put("DAWSOS_HOME", home.toString());
        service = Service.start(SettingsReader.read(settings), Clock.systemUTC(), false, Optional.of(collector));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void forget() {
        SPANS.reset();
    }

    private static HttpResponse<String> execute(String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.address() + "/execute"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All spans, once the one of the way in has ended, which is after the answer. */
    private static List<SpanData> spans() {
        await().until(() -> SPANS.getFinishedSpanItems().stream().anyMatch(TracingIT::isEntry));
        return SPANS.getFinishedSpanItems();
    }

    private static boolean isEntry(SpanData span) {
        return !span.getName().equals("pattern_execution") && !span.getName().equals("agent.call");
    }

    private static List<SpanData> named(String name) {
        return spans().stream().filter(span -> span.getName().equals(name)).toList();
    }

    private static Object attribute(SpanData span, String name) {
        return span.getAttributes().asMap().entrySet().stream()
                .filter(entry -> entry.getKey().getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is missing in " + span.getAttributes()));
    }

    @Test
    void areOneForTheWayInOneForTheExecutionAndOneForEachCall() {
        ok(execute("{\"pattern_id\":\"hello\"}"));
        assertThat(spans()).hasSize(4);
        SpanData entry = entry();
        SpanData execution = named("pattern_execution").get(0);
        assertThat(entry.getParentSpanContext().isValid()).isFalse();
        assertThat(execution.getParentSpanId()).isEqualTo(entry.getSpanId());
        assertThat(named("agent.call"))
                .hasSize(2)
                .allSatisfy(call -> assertThat(call.getParentSpanId()).isEqualTo(execution.getSpanId()));
        assertThat(spans()).extracting(SpanData::getTraceId).containsOnly(entry.getTraceId());
    }

    private static SpanData entry() {
        return spans().stream().filter(TracingIT::isEntry).findFirst().orElseThrow();
    }

    @Test
    void nameTheWayInByMethodAndRoute() {
        ok(execute("{\"pattern_id\":\"hello\"}"));
        SpanData entry = entry();
        assertThat(entry.getName()).isEqualTo("POST /execute");
        Map.of(
                        "component",
                        "camel-platform-http",
                        "camel.route.id",
                        "http-execute",
                        "http.request.method",
                        "POST",
                        "http.route",
                        "/execute",
                        "url.path",
                        "/execute",
                        "http.response.status_code",
                        200L)
                .forEach((name, value) ->
                        assertThat(attribute(entry, name)).as(name).isEqualTo(value));
        assertThat(entry.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    void nameARouteOfManyPathsByItsTemplate() throws Exception {
        HTTP.send(
                HttpRequest.newBuilder(URI.create(service.address() + "/v1/patterns/hello?ignored=secret"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(entry().getName()).isEqualTo("GET /v1/patterns/{id}");
        assertThat(attribute(entry(), "url.path")).isEqualTo("/v1/patterns/hello");
        assertThat(entry().getAttributes().toString()).doesNotContain("secret");
    }

    @Test
    void sayWhichRequestsFailed() {
        problem(execute("{\"pattern_id\":\"attack-123\"}"), 404, "PATTERN_NOT_FOUND");
        assertThat(attribute(entry(), "http.response.status_code")).isEqualTo(404L);
        assertThat(entry().getStatus().getStatusCode())
                .as("the client's fault is none of the service's")
                .isEqualTo(StatusCode.UNSET);
    }

    @Test
    void goOnWithTheTraceOfAMessage() throws Exception {
        try (TestingClient client = TestingClient.of(TestingClient.Protocol.CORE, service.brokerUrl())) {
            TextMessage request = client.text("{\"pattern_id\":\"hello\"}");
            request.setStringProperty("traceparent", "00-" + TRACE_ID + "-" + PARENT_ID + "-01");
            client.ask(request);
        }
        assertThat(entry().getName()).isEqualTo("jms queue:dawsos.requests");
        assertThat(entry().getParentSpanId()).isEqualTo(PARENT_ID);
        assertThat(spans()).extracting(SpanData::getTraceId).containsOnly(TRACE_ID);
    }

    @Test
    void carryTheTraceIdOfTheAnswer() {
        HttpResponse<String> reply = execute("{\"pattern_id\":\"hello\"}");
        String traceId = ok(reply).path("trace").path("trace_id").asText();
        assertThat(spans()).extracting(SpanData::getTraceId).containsOnly(traceId);
        assertThat(reply.headers().firstValue("X-Trace-ID")).contains(traceId);
        assertThat(reply.headers().firstValue("traceparent").orElseThrow())
                .matches("00-" + traceId + "-[0-9a-f]{16}-01");
    }

    @Test
    void goOnWithTheTraceOfTheClient() {
        HttpResponse<String> reply =
                execute("{\"pattern_id\":\"hello\"}", "traceparent", "00-" + TRACE_ID + "-" + PARENT_ID + "-01");
        assertThat(ok(reply).path("trace").path("trace_id").asText()).isEqualTo(TRACE_ID);
        assertThat(spans()).extracting(SpanData::getTraceId).containsOnly(TRACE_ID);
        SpanData entry = entry();
        assertThat(entry.getParentSpanId()).isEqualTo(PARENT_ID);
    }

    @Test
    void sayWhatWasComputedInBothSpellings() {
        var trace = ok(execute("{\"pattern_id\":\"portfolio_overview\"}")).path("trace");
        SpanData execution = named("pattern_execution").get(0);
        Map.of(
                        "pattern.id",
                        "portfolio_overview",
                        "pattern_id",
                        "portfolio_overview",
                        "portfolio.id",
                        "11111111-1111-1111-1111-111111111111",
                        "portfolio_id",
                        "11111111-1111-1111-1111-111111111111",
                        "pricing.pack_id",
                        trace.path("pricing_pack_id").asText(),
                        "pricing_pack_id",
                        trace.path("pricing_pack_id").asText(),
                        "ledger.commit_hash",
                        trace.path("ledger_commit_hash").asText(),
                        "ledger_commit_hash",
                        trace.path("ledger_commit_hash").asText(),
                        "request.id",
                        trace.path("request_id").asText(),
                        "execution.status",
                        "success")
                .forEach((name, value) ->
                        assertThat(attribute(execution, name)).as(name).isEqualTo(value));
        assertThat(attribute(execution, "freshness.blocked")).isEqualTo(false);
        assertThat((Double) attribute(execution, "execution.duration_seconds")).isPositive();
        assertThat(named("agent.call"))
                .hasSize(6)
                .allSatisfy(call -> assertThat(attribute(call, "agent_name")).isEqualTo("financial_analyst"));
        assertThat(named("agent.call"))
                .extracting(call -> call.getAttributes().get(AttributeKey.stringKey("capability")))
                .contains("metrics.compute_twr");
    }

    @Test
    void ofAFailureSayItsReason() {
        problem(
                execute("{\"pattern_id\":\"hello\",\"inputs\":{\"number\":9223372036854775807}}"),
                422,
                "VALIDATION_FAILED");
        SpanData execution = named("pattern_execution").get(0);
        assertThat(execution.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(attribute(execution, "execution.status")).isEqualTo("error");
        assertThat(attribute(execution, "error.message")).isEqualTo("VALIDATION_FAILED");
        assertThat(named("agent.call"))
                .extracting(call -> call.getStatus().getStatusCode())
                .containsExactlyInAnyOrder(StatusCode.UNSET, StatusCode.ERROR);
    }

    @Test
    void ofAnUnknownPatternDoNotCarryItsName() {
        problem(execute("{\"pattern_id\":\"attack-123\"}"), 404, "PATTERN_NOT_FOUND");
        assertThat(attribute(named("pattern_execution").get(0), "pattern_id")).isEqualTo("unknown");
    }
}
