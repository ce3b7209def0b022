package io.dawsos.route;

import io.dawsos.capability.StepCall;
import io.dawsos.capability.Steps;
import io.dawsos.execution.StepFailed;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Processor;

/** What {@code routes/agent.camel.yaml} does inside and behind the breaker. */
public final class AgentProcessors {

    private AgentProcessors() {}

    /** {@code StepCall -> Execution}, inside the breaker. */
    public static Processor call(Steps steps) {
        return exchange ->
                exchange.getMessage().setBody(steps.call(exchange.getMessage().getBody(StepCall.class)));
    }

    /** When the call threw or was not permitted: throws {@link StepFailed}. */
    public static Processor recover(Steps steps, AgentBreakers breakers) {
        return exchange -> {
            StepCall call = exchange.getMessage().getBody(StepCall.class);
            Optional<Throwable> cause =
                    Optional.ofNullable(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
            // Camel's breaker leaves a mark with which no doCatch further out would see the failure of this step
            exchange.removeProperty(ExchangePropertyKey.EXCEPTION_HANDLED);
            String agent = call.capability().agent();
            if (cause.isPresent() && !(cause.get() instanceof CallNotPermittedException)) {
                breakers.failed(agent);
                throw steps.failed(call, cause.get());
            }
            throw steps.rejected(call, breakers.retryAfterSeconds(agent));
        };
    }
}
