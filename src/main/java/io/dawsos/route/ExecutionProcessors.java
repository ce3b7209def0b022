package io.dawsos.route;

import io.dawsos.execution.Execution;
import io.dawsos.execution.ExecutionCloser;
import io.dawsos.execution.ExecutionOpener;
import io.dawsos.execution.ExecutionRequest;
import io.dawsos.execution.FreshnessGate;
import io.dawsos.execution.InExecution;
import io.dawsos.execution.StepFailed;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.apache.camel.Predicate;
import org.apache.camel.Processor;
import org.apache.camel.support.ExpressionAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stations of {@code routes/execute.camel.yaml}. */
public final class ExecutionProcessors {

    private static final Logger LOG = LoggerFactory.getLogger(ExecutionProcessors.class);

    private ExecutionProcessors() {}

    /** {@code ExecutionRequest -> Execution}. */
    public static Processor open(ExecutionOpener opener) {
        return exchange ->
                exchange.getMessage().setBody(opener.open(exchange.getMessage().getBody(ExecutionRequest.class)));
    }

    /** Endpoint of the route of the pattern version that the execution began with. */
    public static Expression patternRoute() {
        return new ExpressionAdapter() {
            @Override
            public Object evaluate(Exchange exchange) {
                return PatternRoutes.endpoint(
                        exchange.getMessage().getBody(Execution.class).pattern());
            }
        };
    }

    /** Whether the freshness gate stops it. */
    public static Predicate isBlocked(FreshnessGate gate) {
        return exchange -> gate.blocks(exchange.getMessage().getBody(Execution.class));
    }

    /** What happens behind the freshness gate: the execution ends with PACK_WARMING. */
    public static Processor warming(FreshnessGate gate) {
        return exchange -> {
            throw gate.warming(exchange.getMessage().getBody(Execution.class));
        };
    }

    /** {@code Execution -> ExecutionResponse}. */
    public static Processor close(ExecutionCloser closer) {
        return exchange ->
                exchange.getMessage().setBody(closer.close(exchange.getMessage().getBody(Execution.class)));
    }

    /** Ends an execution that failed after it was opened, and throws what the caller is to be told. */
    public static Processor fail(ExecutionCloser closer) {
        return exchange -> {
            Throwable thrown = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
            Execution execution = thrown instanceof StepFailed step
                    ? step.execution()
                    : exchange.getMessage().getBody(InExecution.class).execution();
            throw closer.fail(execution, failureOf(thrown, execution));
        };
    }

    private static Failure failureOf(Throwable thrown, Execution execution) {
        if (thrown instanceof StepFailed step) {
            return step.failure();
        }
        if (thrown instanceof Failure failure) {
            return failure;
        }
        LOG.atError()
                .addKeyValue("trace_id", execution.context().traceId())
                .setCause(thrown)
                .log("Execution of {} failed", execution.pattern().id());
        return new Failure(
                FailureReason.INTERNAL_ERROR, "The server failed; the log has the trace id", List.of(), Map.of());
    }
}
