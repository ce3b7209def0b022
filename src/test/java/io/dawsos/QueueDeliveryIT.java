package io.dawsos;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import io.dawsos.TestingClient.Protocol;
import io.dawsos.pricing.PackDraft;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PriceBook;
import io.dawsos.pricing.PricingPacks;
import io.dawsos.queue.QueueMessages;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a request whose answer must wait, or cannot be delivered. */
class QueueDeliveryIT {

    private static final String OVERVIEW = "{\"pattern_id\":\"portfolio_overview\",\"inputs\":{}}";
    private static final String HELLO =
            "{\"pattern_id\":\"hello\",\"inputs\":{\"name\":\"queue\"},\"require_fresh\":false}";

    @SuppressWarnings("NullAway.Init") // the framework starts it first
    private static TestingService service;

    private final TestingClient client =
            TestingClient.of(Protocol.CORE, requireNonNull(service).brokerUrl());

    @BeforeAll
    static void start() {
        service = TestingService.start(Map.of("BROKER_REDELIVERY_MILLIS", "60"), Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @AfterEach
    void leave() {
        client.close();
    }

    /** A pack of the day after the newest, which is warming. */
    private static PackId warming() {
        PricingPacks packs = service.service().wiring().packs;
        PackId newest = packs.newest().orElseThrow().id();
        PriceBook book = packs.open(newest);
        PackId next = new PackId(newest.date().plusDays(1), 1);
        service.service()
                .wiring()
                .database
                .packStore()
                .save(List.of(new PackDraft("ECB_CLOSE", new PriceBook(next, book.prices(), book.quotes()))));
        service.service().wiring().opener.forgetPacks(); // else the one before it is the newest for another second
        return next;
    }

    private static void fresh(PackId pack) {
        service.service().wiring().database.packStore().markFresh(List.of(pack));
    }

    @Test
    void aRequestThatMeetsAWarmingPackIsAnsweredWhenThePackIsFresh() throws Exception {
        PackId pack = warming();
        TextMessage request = client.text(OVERVIEW);
        try (LoggedEvents log = LoggedEvents.listen()) {
            client.send(request);
            await().until(() -> log.at(Level.WARN).stream()
                    .anyMatch(event -> event.getFormattedMessage().contains("goes back to its queue")));
            fresh(pack);
            TextMessage answer = (TextMessage) client.take("dawsos.results", request.getJMSCorrelationID());
            assertThat(answer.getStringProperty("dawsos_pack_id")).isEqualTo(pack.toString());
            assertThat(log.alarms()).isEmpty();
        }
        assertThat(client.correlations("dawsos.dead-letters")).doesNotContain(request.getJMSCorrelationID());
    }

    @Test
    void aRequestThatMeetsAWarmingPackTooOftenIsBuriedAndTheOthersAreServedMeanwhile() throws Exception {
        PackId pack = warming();
        try {
            TextMessage request = client.text(OVERVIEW);
            client.send(request);
            assertThat(client.ask(client.text(HELLO)).getText()).contains("Hello, queue");
            String correlation = request.getJMSCorrelationID();
            TextMessage answer = (TextMessage) client.take("dawsos.results", correlation);
            assertThat(answer.getText()).contains("\"error\":\"PACK_WARMING\"");
            Message letter = client.take("dawsos.dead-letters", correlation);
            assertThat(letter.getStringProperty("dawsos_problem")).isEqualTo(answer.getText());
            assertThat(client.takeWithin(500, "dawsos.results", correlation)).isEmpty();
            assertThat(client.takeWithin(500, "dawsos.dead-letters", correlation))
                    .isEmpty();
        } finally {
            fresh(pack);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerThatReachesNobodyLiesInTheResultsAndItsRequestIsBuried(Protocol protocol) throws JMSException {
        try (TestingClient sender = TestingClient.of(protocol, service.brokerUrl());
                LoggedEvents log = LoggedEvents.listen()) {
            TemporaryQueue gone = client.context().createTemporaryQueue();
            TextMessage request = sender.text(HELLO);
            request.setJMSReplyTo(gone);
            gone.delete();
            sender.send(request);
            String correlation = request.getJMSCorrelationID();
            Message letter = sender.take("dawsos.dead-letters", correlation);
            TextMessage answer = (TextMessage) sender.take("dawsos.results", correlation);
            assertThat(answer.getText()).contains("\"error\":\"SERVICE_UNAVAILABLE\"");
            assertThat(letter.getStringProperty("dawsos_problem")).isEqualTo(answer.getText());
            assertThat(letter.getBody(String.class)).isEqualTo(HELLO);
            assertThat(log.at(Level.WARN).stream()
                            .filter(event -> event.getFormattedMessage().contains("goes back to its queue")))
                    .hasSize(QueueMessages.MOST_DELIVERIES);
            assertThat(log.alarms()).isEmpty();
            assertThat(sender.takeWithin(500, "dawsos.dead-letters", correlation))
                    .isEmpty();
            assertThat(sender.takeWithin(100, "dawsos.results", correlation)).isEmpty();
        }
    }
}
