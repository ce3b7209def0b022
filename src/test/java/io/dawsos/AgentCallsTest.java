package io.dawsos;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.camel.impl.engine.PrototypeExchangeFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What becomes of calls that throw, and of many at once. */
class AgentCallsTest extends TestingBreakers {

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
