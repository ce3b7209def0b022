package io.dawsos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dawsos.execution.ProblemDocument;
import io.dawsos.execution.RequestIds;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The circuit breaker of an agent, in the routes as they are shipped. */
class BreakerTest extends TestingBreakers {

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
        void aTrialThatFallsIntoAnOutageLeavesTheNextOneToDecide() {
            engine.clock.advance(Duration.ofSeconds(61));
            agents.fail(Failure.unavailable("The database cannot be reached; try again in a moment"));
            assertThat(failureOf("moody").reason()).isEqualTo(FailureReason.SERVICE_UNAVAILABLE);
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
}
