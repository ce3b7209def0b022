package io.dawsos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dawsos.execution.ProblemDocument;
import io.dawsos.execution.RequestIds;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.camel.impl.engine.PrototypeExchangeFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The circuit breaker of an agent, in the routes as they are shipped. */
class BreakerTest {

    private final TestingAgents agents = new TestingAgents();
    private TestingEngine engine;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        engine = new TestingEngine(TestingAgents.patterns(folder), TestingEngine.unobserved(), agents.all());
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    private Failure failureOf(String pattern) {
        return catchThrowableOfType(Failure.class, () -> engine.execute(pattern, Map.of()));
    }

    private void open() {
        agents.fail(new IllegalStateException("broken"));
        for (int i = 0; i < 5; i++) {
            assertThat(failureOf("moody").reason()).isEqualTo(FailureReason.CAPABILITY_FAILED);
        }
    }

    @Nested
    class AfterFiveFailuresInARow {

        @BeforeEach
        void fail() {
            open();
        }

        @Test
        void theAgentIsNotCalled() {
            int before = agents.calls();
            Failure failure = failureOf("moody");
            assertThat(failure.reason()).isEqualTo(FailureReason.CIRCUIT_BREAKER_OPEN);
            assertThat(failure.reason().status()).isEqualTo(503);
            assertThat(failure.extensions())
                    .containsEntry("agent", "moody_agent")
                    .containsEntry("capability", "moody.echo")
                    .containsEntry("retry_after", 60);
            assertThat(agents.calls()).isEqualTo(before).isEqualTo(5);
        }

        @Test
        void everyPatternThatNeedsItIsRefused() {
            assertThat(failureOf("other").reason()).isEqualTo(FailureReason.CIRCUIT_BREAKER_OPEN);
            assertThat(failureOf("story").reason()).isEqualTo(FailureReason.CIRCUIT_BREAKER_OPEN);
        }

        @Test
        void otherAgentsAnswer() {
            assertThat(engine.execute("steady", Map.of()).resultHash()).isPresent();
        }

        @Test
        void theTimeToComeBackCountsDown() {
            engine.clock.advance(Duration.ofMillis(20_500));
            assertThat(failureOf("moody").extensions()).containsEntry("retry_after", 40);
            engine.clock.advance(Duration.ofMillis(39_400));
            assertThat(failureOf("moody").extensions()).containsEntry("retry_after", 1);
        }

        @Test
        void oneCallIsTriedAfterTheWaitAndHealsIt() {
            engine.clock.advance(Duration.ofSeconds(61));
            agents.fail(null);
            for (int i = 0; i < 7; i++) {
                assertThat(engine.execute("moody", Map.of()).resultHash()).isPresent();
            }
            assertThat(agents.calls()).isEqualTo(5 + 7);
        }

        @Test
        void oneCallIsTriedAfterTheWaitAndOpensItAgain() {
            engine.clock.advance(Duration.ofSeconds(61));
            assertThat(failureOf("moody").reason()).isEqualTo(FailureReason.CAPABILITY_FAILED);
            Failure refused = failureOf("moody");
            assertThat(refused.reason()).isEqualTo(FailureReason.CIRCUIT_BREAKER_OPEN);
            assertThat(refused.extensions()).containsEntry("retry_after", 60);
            assertThat(agents.calls()).isEqualTo(5 + 1);
        }

        @Test
        void aTrialThatIsTheCallersFaultLeavesTheNextOneToDecide() {
            engine.clock.advance(Duration.ofSeconds(61));
            agents.fail(new Failure(FailureReason.VALIDATION_FAILED, "no such thing"));
            assertThat(failureOf("moody").reason()).isEqualTo(FailureReason.VALIDATION_FAILED);
            agents.fail(null);
            assertThat(engine.execute("moody", Map.of()).resultHash()).isPresent();
        }

        @Test
        void theProblemSaysHowFarItCame() {
            Failure failure = failureOf("story");
            byte[] document = ProblemDocument.bytes(failure, RequestIds.create(Optional.empty()), "/execute");
            JsonNode problem = Replies.json(new String(document, StandardCharsets.UTF_8));
            assertThat(Replies.texts(problem.path("trace").path("steps"), "status"))
                    .containsExactly("ok", "skipped", "failed", "not_reached");
            assertThat(problem.path("trace")
                            .path("steps")
                            .path(2)
                            .path("reason")
                            .asText())
                    .startsWith("CIRCUIT_BREAKER_OPEN");
            assertThat(Replies.texts(problem.path("trace").path("agents_used")))
                    .containsExactly("moody_agent", "steady_agent");
            assertThat(problem.path("trace").has("result_hash")).isFalse();
        }
    }

    @Nested
    class ItStaysClosed {

        @Test
        void whenASuccessComesInBetween() {
            for (int round = 0; round < 3; round++) {
                agents.fail(new IllegalStateException("broken"));
                for (int i = 0; i < 4; i++) {
                    assertThat(failureOf("moody").reason()).isEqualTo(FailureReason.CAPABILITY_FAILED);
                }
                agents.fail(null);
                assertThat(engine.execute("moody", Map.of()).resultHash()).isPresent();
            }
        }

        @ParameterizedTest
        @EnumSource(
                value = FailureReason.class,
                names = {"VALIDATION_FAILED", "PORTFOLIO_NOT_FOUND", "PACK_NOT_FOUND"})
        void whenTheCallerIsAtFault(FailureReason reason) {
            agents.fail(new Failure(reason, "yours"));
            for (int i = 0; i < 12; i++) {
                assertThat(failureOf("moody").reason()).isEqualTo(reason);
            }
            assertThat(agents.calls()).isEqualTo(12);
        }

        @Test
        void whenArgumentsAreWrongAndThenTheAgentIsNotEvenCalled() {
            for (int i = 0; i < 12; i++) {
                Failure failure = catchThrowableOfType(
                        Failure.class, () -> engine.execute("moody", Map.of("number", IntNode.valueOf(77))));
                assertThat(failure.reason()).isEqualTo(FailureReason.VALIDATION_FAILED);
                assertThat(failure.violations()).hasSize(1);
            }
            assertThat(agents.calls()).isZero();
        }

        @Test
        void butFaultsOfCallersInBetweenDoNotResetTheCount() {
            agents.fail(new IllegalStateException("broken"));
            for (int i = 0; i < 4; i++) {
                failureOf("moody");
            }
            agents.fail(new Failure(FailureReason.VALIDATION_FAILED, "yours"));
            failureOf("moody");
            agents.fail(new IllegalStateException("broken"));
            failureOf("moody");
            assertThat(failureOf("moody").reason()).isEqualTo(FailureReason.CIRCUIT_BREAKER_OPEN);
        }
    }

    @Nested
    class WhateverAnAgentThrows {

        private void isToldAsAFailedCapabilityAndLoggedOnce(Throwable thrown) {
            agents.fail(thrown);
            try (LoggedEvents log = LoggedEvents.listen()) {
                Failure failure = failureOf("story");
                assertThat(failure.reason()).isEqualTo(FailureReason.CAPABILITY_FAILED);
                assertThat(failure.detail())
                        .contains("moody.echo", "moody_agent")
                        .doesNotContain("secret");
                assertThat(failure.extensions().toString()).doesNotContain("secret");
                List<ILoggingEvent> errors = log.at(Level.ERROR);
                assertThat(errors).hasSize(1);
                assertThat(errors.get(0).getThrowableProxy().getMessage()).contains("secret");
                assertThat(errors.get(0).getKeyValuePairs())
                        .anyMatch(pair -> pair.key.equals("trace_id")
                                && pair.value.toString().matches("[0-9a-f]{32}"));
                assertThat(log.alarms()).hasSize(1);
            }
        }

        @Test
        void uncheckedIsToldWithoutItsWords() {
            isToldAsAFailedCapabilityAndLoggedOnce(new IllegalStateException("secret"));
        }

        @Test
        void checkedIsToldWithoutItsWords() {
            isToldAsAFailedCapabilityAndLoggedOnce(new IOException("secret"));
        }

        @Test
        void asAnErrorIsToldWithoutItsWords() {
            isToldAsAFailedCapabilityAndLoggedOnce(new StackOverflowError("secret"));
        }
    }

    @Nested
    class ManyRequestsAtOnce {

        @Test
        void neverMixEvenWhileSomeFail() throws Exception {
            agents.behave(text -> {
                if (text.hashCode() % 7 == 0) {
                    throw new Failure(FailureReason.VALIDATION_FAILED, text);
                }
                return text;
            });
            ExecutorService threads = Executors.newFixedThreadPool(16);
            try {
                List<Future<?>> requests = new ArrayList<>();
                for (int i = 0; i < 3_000; i++) {
                    String text = "text " + i;
                    requests.add(threads.submit(() -> isAnsweredAsItself(text)));
                }
                for (Future<?> request : requests) {
                    request.get();
                }
            } finally {
                threads.shutdownNow();
            }
        }

        private void isAnsweredAsItself(String text) {
            Map<String, JsonNode> inputs = new LinkedHashMap<>();
            inputs.put("text", TextNode.valueOf(text));
            try {
                String body = new String(engine.execute("story", inputs).body(), StandardCharsets.UTF_8);
                String said = "{\"text\":\"" + text + "\"}";
                assertThat(body)
                        .startsWith("{\"data\":{\"first\":" + said + ",\"last\":" + said + ",\"never\":null,\"said\":"
                                + said + "}");
            } catch (Failure failure) {
                assertThat(failure.detail()).isEqualTo(text);
            }
        }

        @Test
        void haveAnExchangeEachBecausePooledOnesAreMixedUpByTheBreaker() {
            assertThat(engine.camel().getCamelContextExtension().getExchangeFactory())
                    .isExactlyInstanceOf(PrototypeExchangeFactory.class);
        }
    }
}
