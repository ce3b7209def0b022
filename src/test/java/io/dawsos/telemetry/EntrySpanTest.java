package io.dawsos.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EntrySpanTest {

    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT_ID = "00f067aa0ba902b7";

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final EntryTracer tracer = new EntryTracer();

    @BeforeEach
    void start() throws Exception {
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                .build();
        camel.getRegistry().bind("tracer", provider.get("io.dawsos.routes"));
        camel.getRegistry().bind("propagators", ContextPropagators.create(W3CTraceContextPropagator.getInstance()));
        tracer.init(camel);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:work").routeId("work").log("works");
            }
        });
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    private SpanData only() {
        List<SpanData> spans = exporter.getFinishedSpanItems();
        assertThat(spans).hasSize(1);
        return spans.get(0);
    }

    /** The span of a message that came in at an endpoint with these headers and left its route as given. */
    private SpanData passed(String endpoint, Map<String, Object> headers, Consumer<Exchange> route) {
        EntrySpan policy = new EntrySpan(tracer.getSpanLifecycleManager(), endpoint);
        Exchange exchange = new DefaultExchange(camel);
        exchange.getMessage().setHeaders(headers);
        exchange.getMessage().setBody("{}");
        policy.onExchangeBegin(camel.getRoute("work"), exchange);
        assertThat(Span.current().getSpanContext().isValid()).isTrue();
        route.accept(exchange);
        policy.onExchangeDone(camel.getRoute("work"), exchange);
        assertThat(Span.current().getSpanContext().isValid()).isFalse();
        assertThat(exchange.getProperties()).isEmpty();
        return only();
    }

    private SpanData received(Map<String, Object> headers) {
        return passed("jms:queue:work?concurrentConsumers=1", new LinkedHashMap<>(headers), exchange -> {});
    }

    private SpanData answered(int status) {
        return passed(
                "platform-http:///v1/lots/{id}?httpMethodRestrict=GET",
                get("/v1/lots/7"),
                exchange -> exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, status));
    }

    private static Map<String, Object> get(String path) {
        return new LinkedHashMap<>(Map.of(Exchange.HTTP_METHOD, "GET", Exchange.HTTP_PATH, path));
    }

    @Test
    void isNamedByTransportAndAddressWhereThereIsNoMethod() {
        SpanData span = received(Map.of(Exchange.HTTP_METHOD, "of the sender"));
        assertThat(span.getName()).isEqualTo("jms queue:work");
        assertThat(span.getAttributes().get(AttributeKey.stringKey("camel.route.id")))
                .isEqualTo("work");
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    void isNotMadeForARouteWithinTheProcess() {
        camel.createProducerTemplate().sendBody("direct:work", "good");
        assertThat(exporter.getFinishedSpanItems()).isEmpty();
    }

    @Test
    void goesOnWithTheTraceInTheHeaders() {
        SpanData span = received(Map.of("traceparent", "00-" + TRACE_ID + "-" + PARENT_ID + "-01"));
        assertThat(span.getTraceId()).isEqualTo(TRACE_ID);
        assertThat(span.getParentSpanId()).isEqualTo(PARENT_ID);
    }

    @Test
    void startsATraceOfItsOwnWhenTheHeaderIsNoText() {
        assertThat(received(Map.of("traceparent", 7)).getParentSpanContext().isValid())
                .isFalse();
    }

    @Test
    void tellsTheExceptionOfAFailedExchange() {
        SpanData span = passed(
                "jms:queue:work",
                new LinkedHashMap<>(),
                exchange -> exchange.setException(new IllegalStateException("told by the test")));
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(span.getEvents())
                .singleElement()
                .satisfies(event -> assertThat(event.getAttributes().get(AttributeKey.stringKey("exception.message")))
                        .isEqualTo("told by the test"));
    }

    @Test
    void ofHttpIsNamedByMethodAndRouteAndKeepsThePath() {
        SpanData span =
                passed("platform-http:///v1/lots/{id}?httpMethodRestrict=GET", get("/v1/lots/7"), exchange -> {});
        assertThat(span.getName()).isEqualTo("GET /v1/lots/{id}");
        assertThat(span.getAttributes().get(AttributeKey.stringKey("url.path"))).isEqualTo("/v1/lots/7");
        assertThat(span.getAttributes().get(AttributeKey.longKey("http.response.status_code")))
                .isEqualTo(200);
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    void ofHttpIsAnErrorWhenTheServiceCouldNotAnswer() {
        assertThat(answered(503).getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void ofHttpSaysWhatTheServerAnswersWhenARouteFailsWithoutAStatus() {
        SpanData span = passed(
                "platform-http:///v1/lots/{id}?httpMethodRestrict=GET",
                get("/v1/lots/7"),
                exchange -> exchange.setException(new IllegalStateException("told by the test")));
        assertThat(span.getAttributes().get(AttributeKey.longKey("http.response.status_code")))
                .isEqualTo(500);
    }

    @Test
    void ofHttpIsNoErrorWhenTheClientErred() {
        assertThat(answered(422).getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }
}
