package io.dawsos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.IntNode;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The circuit breaker of an agent stays closed. */
class ClosedBreakerTest extends TestingBreakers {

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
    void whenTheDatabaseIsAwayAndTheAgentAnswersAsSoonAsItIsBack() {
        agents.fail(Failure.unavailable("The database cannot be reached; try again in a moment"));
        for (int i = 0; i < 12; i++) {
            Failure told = failureOf("moody");
            assertThat(told.reason()).isEqualTo(FailureReason.SERVICE_UNAVAILABLE);
            assertThat(told.extensions()).containsEntry("retry_after", Failure.COME_BACK_SECONDS);
        }
        assertThat(agents.calls()).isEqualTo(12);
        agents.fail(null);
        assertThat(engine.execute("moody", Map.of()).resultHash()).isPresent();
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
