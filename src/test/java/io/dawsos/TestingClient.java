package io.dawsos;

import io.dawsos.testing.Patience;
import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Destination;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;

/** Somebody else's program that talks to the broker, by one of its two protocols. */
final class TestingClient implements AutoCloseable {

    private static final long PATIENCE_MILLIS = Patience.PATIENCE.toMillis();

    /** What a client can speak. */
    enum Protocol {
        CORE,
        AMQP
    }

    private final JMSContext context;

    private TestingClient(ConnectionFactory factory) {
        context = factory.createContext();
    }

    static TestingClient of(Protocol protocol, String brokerUrl) {
        return new TestingClient(
                switch (protocol) {
                    case CORE -> new ActiveMQConnectionFactory(brokerUrl);
                    case AMQP -> new JmsConnectionFactory(brokerUrl.replace("tcp://", "amqp://"));
                });
    }

    JMSContext context() {
        return context;
    }

    /** With a correlation id of its own. */
    TextMessage text(String body) throws JMSException {
        TextMessage message = context.createTextMessage(body);
        message.setJMSCorrelationID("client-" + UUID.randomUUID());
        return message;
    }

    /** With a correlation id of its own. */
    BytesMessage bytes(String body) throws JMSException {
        BytesMessage message = context.createBytesMessage();
        message.writeBytes(body.getBytes(StandardCharsets.UTF_8));
        message.setJMSCorrelationID("client-" + UUID.randomUUID());
        return message;
    }

    /** Sends a request and waits at a temporary queue for its answer. */
    TextMessage ask(Message request) throws JMSException {
        Destination replies = context.createTemporaryQueue();
        request.setJMSReplyTo(replies);
        try (JMSConsumer consumer = context.createConsumer(replies)) {
            send(request);
            return (TextMessage) required(consumer.receive(PATIENCE_MILLIS));
        }
    }

    void send(Message request) {
        send("dawsos.requests", request);
    }

    void send(String queue, Message message) {
        context.createProducer().send(context.createQueue(queue), message);
    }

    /** Takes the message with this correlation id from a queue. */
    Message take(String queue, String correlation) {
        return takeWithin(PATIENCE_MILLIS, queue, correlation)
                .orElseThrow(() -> new AssertionError("No message " + correlation + " in " + queue));
    }

    Optional<Message> takeWithin(long millis, String queue, String correlation) {
        String selector = "JMSCorrelationID = '" + correlation + "'";
        try (JMSConsumer consumer = context.createConsumer(context.createQueue(queue), selector)) {
            return Optional.ofNullable(consumer.receive(millis));
        }
    }

    /** The correlation ids in a queue, in order. */
    List<String> correlations(String queue) throws JMSException {
        Queue lookedAt = context.createQueue(queue);
        List<String> found = new ArrayList<>();
        try (QueueBrowser browser = context.createBrowser(lookedAt)) {
            for (Enumeration<?> messages = browser.getEnumeration(); messages.hasMoreElements(); ) {
                found.add(((Message) messages.nextElement()).getJMSCorrelationID());
            }
        }
        return found;
    }

    private static Message required(Message message) {
        if (message == null) {
            throw new AssertionError("no message came within " + PATIENCE_MILLIS + " ms");
        }
        return message;
    }

    @Override
    public void close() {
        context.close();
    }
}
