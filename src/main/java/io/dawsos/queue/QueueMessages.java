package io.dawsos.queue;

import io.dawsos.execution.ExecutionResponse;
import io.dawsos.execution.Origin;
import io.dawsos.execution.ProblemDocument;
import io.dawsos.execution.RequestReader;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import jakarta.jms.JMSException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.jms.JmsConstants;
import org.apache.camel.component.jms.JmsMessage;
import org.apache.camel.support.DefaultMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Both ends of a request that comes by queue. The message is the JSON of {@code POST /execute}, as text or bytes; the answer is its answer. What
 * cannot be answered ends in the dead-letter queue as it came, with the problem document in the property {@code dawsos_problem}.
 */
public final class QueueMessages {

    /** Times that a request is tried while a part of the service is unavailable, or its answer cannot be sent. */
    public static final int MOST_DELIVERIES = 5;

    private static final Logger LOG = LoggerFactory.getLogger(QueueMessages.class);
    private static final String QUEUE = "dawsos.requests";
    private static final String REQUEST = "dawsos.request";
    private static final String PROBLEM = "dawsos_problem";

    private QueueMessages() {}

    /** Puts the JMS message aside: from here on no header, property or body of the sender's is in the route. */
    public static void accept(Exchange exchange) throws JMSException {
        RequestMessage request =
                RequestMessage.of(exchange.getMessage(JmsMessage.class).getJmsMessage());
        exchange.setProperty(REQUEST, request);
        exchange.setMessage(new DefaultMessage(exchange));
    }

    /** {@code JMS message -> ExecutionRequest}. */
    public static Processor read(Senders senders, long mostBytes) {
        return exchange -> {
            RequestMessage request = request(exchange);
            if (request.delivery() > MOST_DELIVERIES) {
                throw Failure.unavailable("The request was tried " + MOST_DELIVERIES
                        + " times, and each time its answer could not be sent or the service ended; send it again");
            }
            UUID user = senders.userOf(request.message());
            exchange.getMessage()
                    .setBody(RequestReader.read(request.body(mostBytes), request.ids(), user, Origin.QUEUE));
        };
    }

    /** {@code ExecutionResponse -> text}, addressed to whoever asked. */
    public static void write(Exchange exchange) throws JMSException {
        ExecutionResponse response = exchange.getMessage().getBody(ExecutionResponse.class);
        address(exchange, new String(response.body(), StandardCharsets.UTF_8));
        exchange.getMessage()
                .setHeader("dawsos_pack_id", response.context().pack().toString());
    }

    /**
     * What was thrown becomes a problem document, addressed to whoever asked; a part that is unavailable is tried again instead, by rolling the
     * message back, until it was delivered {@link #MOST_DELIVERIES} times.
     */
    public static void writeProblem(Exchange exchange) throws JMSException {
        RequestMessage request = request(exchange);
        Exception thrown = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        Failure failure = Failure.of(
                thrown,
                () -> LOG.atError()
                        .addKeyValue("trace_id", request.ids().traceId())
                        .setCause(thrown)
                        .log("A request from {} failed", QUEUE));
        boolean passes = failure.reason().status() == FailureReason.SERVICE_UNAVAILABLE.status();
        if (passes && request.delivery() < MOST_DELIVERIES) {
            throw failure;
        }
        String problem = new String(ProblemDocument.bytes(failure, request.ids(), QUEUE), StandardCharsets.UTF_8);
        exchange.setProperty(PROBLEM, problem);
        address(exchange, problem);
        exchange.getMessage().setHeader("dawsos_error", failure.reason().name());
        LOG.atWarn()
                .addKeyValue("trace_id", request.ids().traceId())
                .log("A request from {} is buried: {} {}", QUEUE, failure.reason(), failure.detail());
    }

    /** The message as it came, with its problem, for the dead-letter queue; without its token, which others read there. */
    public static void bury(Exchange exchange) throws JMSException {
        RequestMessage request = request(exchange);
        String problem = exchange.getProperty(PROBLEM, String.class);
        JmsMessage letter = new JmsMessage(exchange, request.with(PROBLEM, problem), null, null);
        letter.getHeaders().clear(); // or the sender's properties would be orders to the producer
        exchange.setMessage(letter);
    }

    private static void address(Exchange exchange, String body) throws JMSException {
        RequestMessage request = request(exchange);
        Message message = new DefaultMessage(exchange);
        Map<String, Object> headers = message.getHeaders();
        headers.put(JmsConstants.JMS_HEADER_CORRELATION_ID, request.correlation());
        if (request.delivery() <= MOST_DELIVERIES) {
            // one delivery later it is the reply address that fails; then the answer lies in dawsos.results
            request.replyTo().ifPresent(destination -> headers.put(JmsConstants.JMS_DESTINATION, destination));
        }
        headers.put("dawsos_request_id", request.ids().requestId().toString());
        headers.put("dawsos_trace_id", request.ids().traceId());
        message.setBody(body);
        exchange.setMessage(message);
    }

    private static RequestMessage request(Exchange exchange) {
        return exchange.getProperty(REQUEST, RequestMessage.class);
    }
}
