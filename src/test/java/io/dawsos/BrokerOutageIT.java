package io.dawsos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.dawsos.TestingClient.Protocol;
import io.dawsos.embedded.EmbeddedBroker;
import io.dawsos.testing.TestingDatabase;
import io.dawsos.testing.TestingPorts;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** A broker elsewhere that comes and goes, and a service that does. */
class BrokerOutageIT {

    private static final String OVERVIEW = "{\"pattern_id\":\"portfolio_overview\",\"inputs\":{}}";
    private static final String HELLO = "{\"pattern_id\":\"hello\",\"inputs\":{\"name\":\"queue\"}}";
    private static final int MANY = 400;
    private static final Logger CONSUMERS = (Logger) LoggerFactory.getLogger("io.dawsos.queue.PatientContainer");

    private static TestingDatabase database;

    @TempDir
    private Path folder;

    private int port;

    @BeforeAll
    static void create() {
        database = DemoTemplate.copy();
        CONSUMERS.setLevel(Level.DEBUG); // they tell each attempt to connect
    }

    @AfterAll
    static void drop() {
        CONSUMERS.setLevel(null);
        database.close();
    }

    @BeforeEach
    void choosePort() {
        port = TestingPorts.next();
    }

    private EmbeddedBroker broker() {
        return EmbeddedBroker.start(folder.resolve("broker"), port, Duration.ofMillis(50));
    }

    private TestingService service(Protocol protocol) {
        String scheme = protocol == Protocol.AMQP ? "amqp" : "tcp";
        return TestingService.start(
                Map.of(
                        "BROKER_URL", scheme + "://127.0.0.1:" + port,
                        "DATABASE_URL", database.url().toString(),
                        "DAWSOS_HOME", folder.resolve("home").toString()),
                Clock.systemUTC());
    }

    private static List<String> told(LoggedEvents log, Level level, String words) {
        return log.at(level).stream()
                .map(event -> event.getFormattedMessage())
                .filter(message -> message.contains(words))
                .toList();
    }

    /** Of the second further attempt to connect nothing is said; what a library says of the outage itself may come a little late. */
    private static void requireSilence(LoggedEvents log) {
        awaitAttempt(log);
        int warnings = log.at(Level.WARN).size();
        awaitAttempt(log);
        assertThat(log.at(Level.WARN)).hasSize(warnings);
    }

    /** The broker that a test stops, in this process, warns with stack traces of the clients it can no longer notify. */
    private static List<String> alarmsOfTheService(LoggedEvents log) {
        return log.alarms().stream()
                .filter(told -> !told.startsWith("WARN org.apache.activemq.artemis.core."))
                .toList();
    }

    private static void awaitAttempt(LoggedEvents log) {
        int made = told(log, Level.DEBUG, "does not serve").size();
        await().until(() -> told(log, Level.DEBUG, "does not serve").size() > made);
    }

    private static void requireHttp(TestingService service) {
        assertThat(service.post("/execute", HELLO).statusCode()).isEqualTo(200);
    }

    private static void requireAnswer(EmbeddedBroker broker) throws JMSException {
        try (TestingClient client = TestingClient.of(Protocol.CORE, broker.url())) {
            TextMessage request = client.text(HELLO);
            client.send(request);
            await().until(() -> client.correlations("dawsos.results").contains(request.getJMSCorrelationID()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theServiceGoesOnWithoutItsBrokerAndComesBackToIt(Protocol protocol) throws JMSException {
        try (LoggedEvents log = LoggedEvents.listen();
                TestingService service = service(protocol)) {
            requireHttp(service);
            await().until(() -> told(log, Level.WARN, "does not serve").size() == 1);
            requireSilence(log);
            try (EmbeddedBroker broker = broker()) {
                requireAnswer(broker);
                assertThat(told(log, Level.INFO, "serves again")).hasSize(1);
            }
            await().until(() -> told(log, Level.WARN, "does not serve").size() == 2);
            requireHttp(service);
            requireSilence(log);
            try (EmbeddedBroker broker = broker()) {
                requireAnswer(broker);
                assertThat(told(log, Level.WARN, "does not serve")).hasSize(2);
                assertThat(alarmsOfTheService(log)).isEmpty();
            }
        }
    }

    @Test
    void requestsThatNobodyConsumesSurviveARestartOfTheBroker() throws JMSException {
        List<String> sent = new ArrayList<>();
        try (EmbeddedBroker broker = broker();
                TestingClient client = TestingClient.of(Protocol.CORE, broker.url())) {
            for (int i = 0; i < 3; i++) {
                TextMessage request = client.text(OVERVIEW);
                client.send(request);
                sent.add(request.getJMSCorrelationID());
            }
        }
        try (EmbeddedBroker broker = broker();
                TestingService service = service(Protocol.CORE);
                TestingClient client = TestingClient.of(Protocol.CORE, broker.url())) {
            for (String correlation : sent) {
                TextMessage answer = (TextMessage) client.take("dawsos.results", correlation);
                assertThat(answer.getText()).startsWith("{\"data\":");
            }
            requireHttp(service);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServiceThatStopsLosesNoRequestAndAnswersNoneTwice(Protocol protocol) throws JMSException {
        List<String> sent = new ArrayList<>();
        try (EmbeddedBroker broker = broker();
                TestingClient client = TestingClient.of(Protocol.CORE, broker.url())) {
            for (int i = 0; i < MANY; i++) {
                TextMessage request = client.text(HELLO);
                client.send(request);
                sent.add(request.getJMSCorrelationID());
            }
            try (LoggedEvents log = LoggedEvents.listen()) {
                try (TestingService service = service(protocol)) {
                    await().pollInterval(Duration.ofMillis(5))
                            .until(() -> !client.correlations("dawsos.results").isEmpty());
                    requireHttp(service);
                }
                assertThat(alarmsOfTheService(log)).isEmpty();
            }
            List<String> answered = taken(client);
            assertThat(answered).hasSizeBetween(1, MANY - 1);
            try (TestingService service = service(protocol)) {
                await().until(() -> {
                    answered.addAll(taken(client));
                    return answered.size() >= MANY;
                });
                requireHttp(service);
            }
            answered.addAll(taken(client));
            assertThat(answered).containsExactlyInAnyOrderElementsOf(sent);
            assertThat(client.correlations("dawsos.dead-letters")).isEmpty();
        }
    }

    /** Takes the results that are there. */
    private static List<String> taken(TestingClient client) throws JMSException {
        List<String> taken = new ArrayList<>();
        try (JMSConsumer consumer =
                client.context().createConsumer(client.context().createQueue("dawsos.results"))) {
            for (Message answer = consumer.receive(500); answer != null; answer = consumer.receive(500)) {
                taken.add(answer.getJMSCorrelationID());
            }
        }
        return taken;
    }
}
