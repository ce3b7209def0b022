package io.dawsos.agent.example;

import io.dawsos.capability.Answer;
import io.dawsos.capability.Capability;
import io.dawsos.execution.ExecutionContext;
import io.dawsos.failure.Failure;
import io.dawsos.failure.Violation;
import java.util.List;

/** Two capabilities that need no data: {@code example.echo} and {@code example.double}. No data provider stands behind them. */
public final class ExampleCapabilities {

    private static final String SOURCE = "example_agent";

    @Capability(value = "example.echo", doc = "Sends a message back with the time at which the execution was opened.")
    public Answer<Echo> echo(EchoRequest request, ExecutionContext context) {
        return Answer.of(new Echo(request.message(), context.timestamp())).from(SOURCE);
    }

    /** Fails with VALIDATION_FAILED when the double does not fit into 64 bits. */
    @Capability(value = "example.double", doc = "Doubles a whole number of 64 bits.")
    public Answer<Doubled> doubleValue(DoubleRequest request, ExecutionContext context) {
        long value = request.value();
        return Answer.of(new Doubled(value, twice(value))).from(SOURCE);
    }

    private static long twice(long value) {
        try {
            return Math.multiplyExact(value, 2);
        } catch (ArithmeticException overflow) {
            throw Failure.invalid(
                    List.of(new Violation("/args/value", "Twice " + value + " does not fit into 64 bits")));
        }
    }
}
