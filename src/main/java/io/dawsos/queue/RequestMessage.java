package io.dawsos.queue;

import io.dawsos.execution.RequestIds;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import jakarta.jms.BytesMessage;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A request as it lies in the queue. Everything is read from the message itself, never from headers that a sender can name as it likes.
 *
 * @param delivery 1 for the first time
 */
record RequestMessage(Message message, RequestIds ids, int delivery) {

    private static final Logger LOG = LoggerFactory.getLogger(RequestMessage.class);
    private static final String DELIVERY = "JMSXDeliveryCount";
    private static final String TRACEPARENT = "traceparent";

    static RequestMessage of(Message message) throws JMSException {
        Optional<String> traceparent =
                message.getObjectProperty(TRACEPARENT) instanceof String text ? Optional.of(text) : Optional.empty();
        int delivery = message.propertyExists(DELIVERY) ? message.getIntProperty(DELIVERY) : 1;
        return new RequestMessage(message, RequestIds.create(traceparent), delivery);
    }

    /** What was sent, as bytes; throws {@link Failure} when it is too long or neither text nor bytes. */
    byte[] body(long mostBytes) throws JMSException {
        if (message instanceof TextMessage text) {
            String sent = Optional.ofNullable(text.getText()).orElse("");
            requireAtMost(mostBytes, sent.length());
            byte[] bytes = sent.getBytes(StandardCharsets.UTF_8);
            requireAtMost(mostBytes, bytes.length);
            return bytes;
        }
        if (message instanceof BytesMessage sent) {
            requireAtMost(mostBytes, sent.getBodyLength());
            byte[] bytes = new byte[(int) sent.getBodyLength()];
            sent.readBytes(bytes);
            return bytes;
        }
        throw new Failure(
                FailureReason.UNSUPPORTED_MEDIA_TYPE, "A request is a text message or a bytes message that holds JSON");
    }

    private static void requireAtMost(long mostBytes, long bytes) {
        if (bytes > mostBytes) {
            throw new Failure(
                    FailureReason.PAYLOAD_TOO_LARGE, "The message is longer than " + mostBytes + " bytes; send less");
        }
    }

    /** Where the sender waits for the answer. */
    Optional<Destination> replyTo() throws JMSException {
        return Optional.ofNullable(message.getJMSReplyTo());
    }

    /** What the answer carries, so that its reader knows which request it belongs to. Brokers may replace the message id of an AMQP sender. */
    String correlation() throws JMSException {
        return Optional.ofNullable(message.getJMSCorrelationID()).orElse(message.getJMSMessageID());
    }

    /** The very message, with one property more, without its sender's token, and without an end of its life. */
    Message with(String property, String value) throws JMSException {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Enumeration<?> names = message.getPropertyNames(); names.hasMoreElements(); ) {
            String name = names.nextElement().toString();
            if (!name.startsWith("JMS") && !name.equalsIgnoreCase(Senders.AUTHORIZATION)) { // JMS...: the provider's
                properties.put(name, message.getObjectProperty(name));
            }
        }
        message.clearProperties(); // those of a received message are read-only
        properties.forEach(this::write);
        message.setStringProperty(property, value);
        message.setJMSExpiration(0);
        return message;
    }

    private void write(String name, Object value) {
        try {
            message.setObjectProperty(name, value);
        } catch (JMSException | IllegalArgumentException e) {
            // AMQP knows names and values that JMS does not; for their sake no request may be stuck
            LOG.info("The property {} of a dead letter is left out: {}", name, e.getMessage());
        }
    }
}
