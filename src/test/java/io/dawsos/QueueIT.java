package io.dawsos;

import static io.dawsos.testing.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dawsos.TestingClient.Protocol;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QueueIT {

    private static final String OVERVIEW = "{\"pattern_id\":\"portfolio_overview\",\"inputs\":{}}";
    private static final String HELLO = "{\"pattern_id\":\"hello\",\"inputs\":{\"name\":\"queue\"}}";

    private final TestingService service = TestingService.shared();
    private final TestingClient client = TestingClient.of(Protocol.CORE, service.brokerUrl());

    @AfterEach
    void leave() {
        client.close();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }

    /** The member as it was written, to the byte: answers begin with data and end with the trace. */
    private static String data(String answer) {
        return answer.substring("{\"data\":".length(), answer.indexOf(",\"charts\":"));
    }

    @Nested
    class ARequestWithAReplyAddress {

        @ParameterizedTest
        @EnumSource
        void isAnsweredWithTheDataThatHttpGives(Protocol protocol) throws JMSException {
            String byHttp = service.post("/execute", OVERVIEW).body();
            try (TestingClient sender = TestingClient.of(protocol, service.brokerUrl())) {
                TextMessage request = sender.text(OVERVIEW);
                TextMessage answer = sender.ask(request);
                assertThat(data(answer.getText())).startsWith("{\"").isEqualTo(data(byHttp));
                assertThat(json(answer.getText()).at("/trace/result_hash").textValue())
                        .hasSize(64)
                        .isEqualTo(json(byHttp).at("/trace/result_hash").textValue());
                assertThat(answer.getJMSCorrelationID()).isEqualTo(request.getJMSCorrelationID());
            }
        }

        @ParameterizedTest
        @EnumSource
        void mayComeAsBytes(Protocol protocol) throws JMSException {
            try (TestingClient sender = TestingClient.of(protocol, service.brokerUrl())) {
                TextMessage answer = sender.ask(sender.bytes(HELLO));
                assertThat(answer.getText()).contains("Hello, queue");
            }
        }

        @Test
        void isCorrelatedByItsMessageIdWhenItHasNothingElse() throws JMSException {
            TextMessage request = client.context().createTextMessage(HELLO);
            TextMessage answer = client.ask(request);
            assertThat(answer.getJMSCorrelationID()).isEqualTo(request.getJMSMessageID());
        }

        @Test
        void keepsTheTraceOfItsSender() throws JMSException {
            TextMessage request = client.text(HELLO);
            request.setStringProperty("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
            TextMessage answer = client.ask(request);
            assertThat(answer.getStringProperty("dawsos_trace_id")).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
            assertThat(json(answer.getText()).at("/trace/request_id").textValue())
                    .isEqualTo(answer.getStringProperty("dawsos_request_id"));
        }
    }

    @Nested
    class ARequestWithoutAReplyAddress {

        @ParameterizedTest
        @EnumSource
        void isAnsweredInTheResults(Protocol protocol) throws JMSException {
            try (TestingClient sender = TestingClient.of(protocol, service.brokerUrl())) {
                TextMessage request = sender.text(HELLO);
                sender.send(request);
                TextMessage answer = (TextMessage) sender.take("dawsos.results", request.getJMSCorrelationID());
                assertThat(answer.getText()).contains("Hello, queue");
            }
        }
    }

    @Nested
    class ARequestThatCannotBeAnswered {

        private void isBuriedFor(Message request, String error) throws JMSException {
            TextMessage answer = client.ask(request);
            String correlation = request.getJMSCorrelationID();
            assertThat(json(answer.getText()).path("error").textValue()).isEqualTo(error);
            assertThat(json(answer.getText()).path("instance").textValue()).isEqualTo("dawsos.requests");
            assertThat(answer.getStringProperty("dawsos_error")).isEqualTo(error);
            Message letter = client.take("dawsos.dead-letters", correlation);
            assertThat(letter.getStringProperty("dawsos_problem")).isEqualTo(answer.getText());
            assertThat(letter.getJMSReplyTo()).isEqualTo(request.getJMSReplyTo());
            assertThat(letter.getClass()).isEqualTo(request.getClass());
            assertThat(letter.isBodyAssignableTo(String.class) ? letter.getBody(String.class) : "")
                    .isEqualTo(request.isBodyAssignableTo(String.class) ? request.getBody(String.class) : "");
            assertThat(client.takeWithin(300, "dawsos.dead-letters", correlation))
                    .as("a second dead letter")
                    .isEmpty();
            assertThat(client.ask(client.text(HELLO)).getText()).contains("Hello, queue");
        }

        @Test
        void isNotJson() throws JMSException {
            isBuriedFor(client.text("portfolio_overview, please"), "INVALID_JSON");
        }

        @Test
        void isEmpty() throws JMSException {
            isBuriedFor(client.text(""), "INVALID_JSON");
        }

        @Test
        void isNoUtf8() throws JMSException {
            BytesMessage request = client.bytes("{");
            byte[] sent = {'{', '"', (byte) 0xC3, (byte) 0x28, '"', '}'};
            request.clearBody();
            request.writeBytes(sent);
            TextMessage answer = client.ask(request);
            assertThat(json(answer.getText()).path("status").intValue()).isEqualTo(400);
            Message letter = client.take("dawsos.dead-letters", request.getJMSCorrelationID());
            assertThat(letter.getBody(byte[].class)).isEqualTo(sent);
        }

        @Test
        void asksForAnUnknownPattern() throws JMSException {
            isBuriedFor(client.text("{\"pattern_id\":\"crystal_ball\"}"), "PATTERN_NOT_FOUND");
        }

        @Test
        void isOfAnotherKind() throws JMSException {
            MapMessage request = client.context().createMapMessage();
            request.setString("pattern_id", "hello");
            request.setJMSCorrelationID("map");
            isBuriedFor(request, "UNSUPPORTED_MEDIA_TYPE");
        }

        @Test
        void isAJavaObject() throws JMSException {
            Message request = client.context().createObjectMessage(new ArrayList<>(List.of("hello")));
            request.setJMSCorrelationID("object");
            isBuriedFor(request, "UNSUPPORTED_MEDIA_TYPE");
        }

        @Test
        void isTooLong() throws JMSException {
            isBuriedFor(client.text(" ".repeat(1 << 20) + HELLO), "PAYLOAD_TOO_LARGE");
        }

        @Test
        void isLargeButMalformed() throws JMSException {
            isBuriedFor(client.text("x".repeat(300_000)), "INVALID_JSON");
        }

        @Test
        void triesToSteerTheRoute() throws JMSException {
            TextMessage request = client.text("{");
            request.setStringProperty("CamelJmsDestination", "dawsos.elsewhere");
            request.setStringProperty("CamelJmsDestinationName", "dawsos.elsewhere");
            request.setStringProperty("CamelBeanMethodName", "blocks");
            request.setStringProperty("CamelMetricsName", "forged");
            request.setStringProperty("dawsos_problem", "forged");
            request.setIntProperty("attempt", 7);
            isBuriedFor(request, "INVALID_JSON");
            assertThat(client.correlations("dawsos.elsewhere")).isEmpty();
        }

        @Test
        void keepsThePropertiesOfItsSender() throws JMSException {
            TextMessage request = client.text("{");
            request.setStringProperty("desk", "equities");
            request.setIntProperty("attempt", 7);
            request.setJMSType("question");
            client.ask(request);
            Message letter = client.take("dawsos.dead-letters", request.getJMSCorrelationID());
            assertThat(letter.getStringProperty("desk")).isEqualTo("equities");
            assertThat(letter.getIntProperty("attempt")).isEqualTo(7);
            assertThat(letter.getJMSType()).isEqualTo("question");
        }

        @Test
        void isBuriedWhenItCameByAmqp() throws JMSException {
            try (TestingClient sender = TestingClient.of(Protocol.AMQP, service.brokerUrl())) {
                TextMessage request = sender.text("{");
                request.setStringProperty("desk", "equities");
                TextMessage answer = sender.ask(request);
                assertThat(json(answer.getText()).path("error").textValue()).isEqualTo("INVALID_JSON");
                Message letter = sender.take("dawsos.dead-letters", request.getJMSCorrelationID());
                assertThat(letter.getStringProperty("dawsos_problem")).isEqualTo(answer.getText());
                assertThat(letter.getStringProperty("desk")).isEqualTo("equities");
                assertThat(letter.getBody(String.class)).isEqualTo("{");
            }
        }

        @Test
        void isCounted() throws JMSException {
            TextMessage request = client.text("{");
            client.ask(request);
            client.take("dawsos.dead-letters", request.getJMSCorrelationID());
            assertThat(service.get("/metrics").body()).containsPattern("dawsos_queue_dead_letters_total\\S* [1-9]");
        }
    }

    @Nested
    class ManyRequests {

        @Test
        void areEachAnsweredOnce() throws JMSException {
            int many = 200;
            Set<String> sent = new TreeSet<>();
            for (int i = 0; i < many; i++) {
                TextMessage request = client.text(HELLO);
                request.setJMSReplyTo(client.context().createQueue("dawsos.many"));
                sent.add(request.getJMSCorrelationID());
                client.send(request);
            }
            Set<String> answered = new TreeSet<>();
            try (JMSConsumer consumer =
                    client.context().createConsumer(client.context().createQueue("dawsos.many"))) {
                for (int i = 0; i < many; i++) {
                    answered.add(consumer.receive(PATIENCE.toMillis()).getJMSCorrelationID());
                }
            }
            assertThat(answered).isEqualTo(sent);
            assertThat(client.correlations("dawsos.many")).isEmpty();
        }
    }
}
