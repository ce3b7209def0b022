package io.dawsos.http;

import io.dawsos.execution.RequestIds;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** Reading requests from and writing answers to an exchange that came in through platform-http. */
final class HttpExchanges {

    static final String JSON = "application/json";
    private static final String REQUEST = "dawsos.request";
    private static final int OK = 200;
    private static final byte[] NOTHING = new byte[0];

    private HttpExchanges() {}

    /** What answers and problems tell of a request; one property, because every circuit breaker on the way copies all of them, twice. */
    private record Request(RequestIds ids, String path) {}

    /** The request's ids, the same each time they are asked for; the trace id is that of the span, where one is made. */
    static RequestIds ids(Exchange exchange) {
        return request(exchange).ids();
    }

    private static Request request(Exchange exchange) {
        Request known = exchange.getProperty(REQUEST, Request.class);
        if (known != null) {
            return known;
        }
        SpanContext span = Span.current().getSpanContext();
        RequestIds ids = span.isValid()
                ? RequestIds.within(span.getTraceId())
                : RequestIds.create(text(exchange.getMessage().getHeader("traceparent")));
        String path = exchange.getMessage().getHeader(Exchange.HTTP_PATH, String.class);
        Request created = new Request(ids, path == null ? "/" : path);
        exchange.setProperty(REQUEST, created);
        return created;
    }

    private static Optional<String> text(@Nullable Object header) {
        return header instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static String traceparent(RequestIds ids) {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : ids.traceparent();
    }

    static byte[] body(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        return body instanceof Buffer buffer ? buffer.getBytes() : NOTHING;
    }

    /** Path as the server normalised it; no client header can stand in for it. */
    static String path(Exchange exchange) {
        return request(exchange).path();
    }

    /**
     * Drops the headers of the request and keeps what answers and problems need of them. Every circuit breaker on the way copies all headers,
     * twice: carrying them along would cost a request more than its steps do.
     */
    static void dropHeaders(Exchange exchange) {
        request(exchange);
        exchange.getMessage().getHeaders().clear();
    }

    /** The last segment of the path: the id that a resource is asked for by. */
    static String lastSegment(Exchange exchange) {
        String path = path(exchange);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The segment before the last: the id of what an action is asked for on. */
    static String segmentBeforeLast(Exchange exchange) {
        String path = path(exchange);
        String parent = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        return parent.substring(parent.lastIndexOf('/') + 1);
    }

    /** Makes the answer whole: status, type and ids; every header of the request is gone. */
    static void answer(Exchange exchange, int status, String contentType, byte[] body) {
        RequestIds ids = ids(exchange);
        Message message = exchange.getMessage();
        Map<String, Object> headers = message.getHeaders();
        headers.clear();
        if (status != OK) { // what the server takes when nothing is said
            headers.put(Exchange.HTTP_RESPONSE_CODE, status);
        }
        headers.put(Exchange.CONTENT_TYPE, contentType);
        headers.put("X-Trace-ID", ids.traceId());
        headers.put("X-Request-Id", ids.requestId().toString());
        headers.put("traceparent", traceparent(ids));
        // a ByteBuffer is written in one piece; a byte array would be pumped as a stream
        message.setBody(ByteBuffer.wrap(body));
    }

    static void answer(Exchange exchange, int status, String contentType, String body) {
        answer(exchange, status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }
}
