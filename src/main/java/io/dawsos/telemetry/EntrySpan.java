package io.dawsos.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;
import org.apache.camel.support.http.HttpUtil;
import org.apache.camel.telemetry.SpanLifecycleManager;
import org.apache.camel.telemetry.decorators.AbstractSpanDecorator;

/**
 * The span of one way in, current while its route runs. Named by the method and the path of the route ({@code POST /execute}), or by the transport
 * and the address ({@code jms queue:dawsos.requests}); attributes of HTTP are those of OpenTelemetry's semantic conventions. An answer of 500 or
 * more, or a failed exchange, makes it an error.
 */
final class EntrySpan extends RoutePolicySupport {

    private static final String ACTIVE = "dawsos.entry-span";
    private static final int SERVER_ERROR = 500;

    // made once: a key made for each span would be encoded anew for each export
    private static final AttributeKey<String> COMPONENT = AttributeKey.stringKey("component");
    private static final AttributeKey<String> ROUTE_ID = AttributeKey.stringKey("camel.route.id");
    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> HTTP_ROUTE = AttributeKey.stringKey("http.route");
    private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");

    /** Camel's hold on a span, which ends it, and the span itself. */
    private record Active(org.apache.camel.telemetry.Span handle, Span span) {}

    private final SpanLifecycleManager spans;
    private final String transport;
    private final String component;
    private final String address;
    private final boolean http;

    /** @param endpoint where the route listens: {@code platform-http:/execute?httpMethodRestrict=POST} */
    EntrySpan(SpanLifecycleManager spans, String endpoint) {
        this.spans = spans;
        this.transport = endpoint.substring(0, endpoint.indexOf(':'));
        this.component = "camel-" + transport;
        this.http = transport.equals("platform-http");
        String stripped = AbstractSpanDecorator.stripSchemeAndOptions(endpoint);
        this.address = http ? "/" + stripped : stripped;
    }

    @Override
    public void onExchangeBegin(Route route, Exchange exchange) {
        Map<String, Object> headers = exchange.getMessage().getHeaders();
        String method = http ? String.valueOf(headers.get(Exchange.HTTP_METHOD)) : transport;
        var handle = spans.create(method + " " + address, null, new HeaderExtractor(headers));
        spans.activate(handle);
        Span span = Span.current();
        exchange.setProperty(ACTIVE, new Active(handle, span));
        span.setAttribute(COMPONENT, component);
        span.setAttribute(ROUTE_ID, route.getRouteId());
        if (http) {
            span.setAttribute(METHOD, method);
            span.setAttribute(HTTP_ROUTE, address);
            span.setAttribute(PATH, String.valueOf(headers.get(Exchange.HTTP_PATH)));
        }
    }

    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
        if (exchange.removeProperty(ACTIVE) instanceof Active active) {
            if (http) {
                status(active.span(), exchange);
            }
            if (exchange.isFailed()) {
                active.span().setStatus(StatusCode.ERROR);
                Optional.ofNullable(exchange.getException()).ifPresent(active.span()::recordException);
            }
            spans.deactivate(active.handle());
            spans.close(active.handle());
        }
    }

    /** Told by what tells the server, so that the two agree where a route says nothing. */
    private static void status(Span span, Exchange exchange) {
        int code =
                HttpUtil.determineResponseCode(exchange, exchange.getMessage().getBody());
        span.setAttribute(STATUS, (long) code);
        if (code >= SERVER_ERROR) {
            span.setStatus(StatusCode.ERROR);
        }
    }
}
