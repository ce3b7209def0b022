package io.dawsos.agent.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.capability.Answer;
import io.dawsos.execution.ExecutionContext;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.failure.Violation;
import io.dawsos.pricing.PackId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExampleCapabilitiesTest {

    private static final Instant OPENED = Instant.parse("2024-01-10T22:15:30Z");
    private static final ExecutionContext CONTEXT = new ExecutionContext(
            UUID.fromString("00000000-0000-0000-0000-000000000001"),
            UUID.fromString("22222222-2222-2222-2222-222222222222"),
            "0af7651916cd43dd8448eb211c80319c",
            OPENED,
            LocalDate.of(2024, 1, 10),
            PackId.parse("20240110_v1"),
            List.of("TESTPRICES"),
            "0123456789abcdef0123456789abcdef01234567",
            Optional.empty(),
            Currency.getInstance("CAD"));

    private final ExampleCapabilities example = new ExampleCapabilities();

    @Test
    void anEchoBearsTheTimeOfTheExecution() {
        Answer<Echo> answer = example.echo(new EchoRequest("hello"), CONTEXT);
        assertThat(answer.value()).isEqualTo(new Echo("hello", OPENED));
        assertThat(answer.sources()).containsExactly("example_agent");
        assertThat(answer.providers()).isEmpty();
    }

    @Test
    void aNumberIsDoubled() {
        assertThat(example.doubleValue(new DoubleRequest(-21), CONTEXT).value()).isEqualTo(new Doubled(-21, -42));
    }

    @Test
    void aNumberTooLargeToDoubleIsTheCallersFault() {
        assertThatThrownBy(() -> example.doubleValue(new DoubleRequest(Long.MAX_VALUE), CONTEXT))
                .isInstanceOfSatisfying(Failure.class, failure -> {
                    assertThat(failure.reason()).isEqualTo(FailureReason.VALIDATION_FAILED);
                    assertThat(failure.violations())
                            .containsExactly(new Violation(
                                    "/args/value", "Twice 9223372036854775807 does not fit into 64 bits"));
                });
    }
}
