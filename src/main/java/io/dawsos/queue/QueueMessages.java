package io.dawsos.queue;

import io.dawsos.execution.ExecutionResponse;
import io.dawsos.execution.Origin;
import io.dawsos.execution.ProblemDocument;
import io.dawsos.execution.RequestIds;
import io.dawsos.execution.RequestReader;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Predicate;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Both ends of a request that comes by queue. The message is the JSON of {@code POST /execute}, as text or bytes; the answer is its answer. What
 * cannot be answered ends in the dead-letter queue as it came, with the problem document in the property {@code dawsos_problem}.
 */
public final class QueueMessages {

    /** Deliveries after which a request that meets an unavailable part is given up. */
    public static final int MOST_DELIVERIES = 5;

    private static final Logger LOG = LoggerFactory.getLogger(QueueMessages.class);
    private static final String QUEUE = "dawsos.requests";
    private static final String IDS = "dawsos.ids";
    private static final String ORIGINAL = "dawsos.original";
    private static final String PROBLEM = "dawsos.problem";
    private static final String DESTINATION = "CamelJmsDestination";

    private QueueMessages() {}

    /** {@code JMS message -> ExecutionRequest}; {@code user} is on whose behalf requests of the queue run. */
    public static Processor read(UUID user) {
        return exchange -> {
            Message message = exchange.getMessage();
            Object traceparent = message.getHeader("traceparent");
            RequestIds ids =
                    RequestIds.create(traceparent instanceof String text ? Optional.of(text) : Optional.empty());
            byte[] body = Optional.ofNullable(message.getBody(byte[].class)).orElseGet(() -> new byte[0]);
            exchange.setProperty(IDS, ids);
            exchange.setProperty(ORIGINAL, body);
            message.setBody(RequestReader.read(body, ids, user, Origin.QUEUE));
        };
    }

    /** {@code ExecutionResponse -> text}, addressed to whoever asked. */
    public static void write(Exchange exchange) {
        ExecutionResponse response = exchange.getMessage().getBody(ExecutionResponse.class);
        address(exchange, new String(response.body(), StandardCharsets.UTF_8));
        exchange.getMessage()
                .setHeader("dawsos_pack_id", response.context().pack().toString());
    }

    /**
     * What was thrown becomes a problem document, addressed to whoever asked; a part that is unavailable is tried again instead, by rolling the
     * message back, until it was delivered {@link #MOST_DELIVERIES} times.
     */
    public static void writeProblem(Exchange exchange) throws Exception {
        Exception thrown = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        RequestIds ids = exchange.getProperty(IDS, RequestIds.class);
        Failure failure = Failure.of(
                thrown,
                () -> LOG.atError()
                        .addKeyValue("trace_id", ids.traceId())
                        .setCause(thrown)
                        .log("A request from {} failed", QUEUE));
        int delivery = exchange.getMessage().getHeader("JMSXDeliveryCount", 1, Integer.class);
        if (failure.reason().status() == FailureReason.SERVICE_UNAVAILABLE.status() && delivery < MOST_DELIVERIES) {
            throw failure;
        }
        String problem = new String(ProblemDocument.bytes(failure, ids, QUEUE), StandardCharsets.UTF_8);
        exchange.setProperty(PROBLEM, problem);
        address(exchange, problem);
        exchange.getMessage().setHeader("dawsos_error", failure.reason().name());
    }

    /** Whether the request could not be answered, so that it belongs in the dead-letter queue. */
    public static Predicate isPoison() {
        return exchange -> exchange.getProperty(PROBLEM) != null;
    }

    /** The message as it came, with its problem, for the dead-letter queue. */
    public static void bury(Exchange exchange) {
        Message message = exchange.getMessage();
        message.getHeaders().remove(DESTINATION);
        message.setHeader("dawsos_problem", exchange.getProperty(PROBLEM, String.class));
        message.setBody(new String(exchange.getProperty(ORIGINAL, byte[].class), StandardCharsets.UTF_8));
    }

    private static void address(Exchange exchange, String body) {
        Message message = exchange.getMessage();
        Map<String, Object> headers = message.getHeaders();
        Object replyTo = headers.get("JMSReplyTo");
        Object correlation = headers.get("JMSCorrelationID");
        Object asked = correlation == null ? headers.get("JMSMessageID") : correlation;
        headers.clear();
        if (asked != null) {
            headers.put("JMSCorrelationID", asked);
        }
        if (replyTo != null) {
            headers.put(DESTINATION, replyTo);
        }
        RequestIds ids = exchange.getProperty(IDS, RequestIds.class);
        headers.put("dawsos_request_id", ids.requestId().toString());
        headers.put("dawsos_trace_id", ids.traceId());
        message.setBody(body);
    }
}
