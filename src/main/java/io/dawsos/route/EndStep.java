package io.dawsos.route;

import io.dawsos.capability.StepOutcome;
import io.dawsos.capability.Steps;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** {@code StepOutcome -> Execution}: adds the result to the state and the step to the trace. */
final class EndStep implements Processor {

    private final Steps steps;

    EndStep(Steps steps) {
        this.steps = steps;
    }

    @Override
    public void process(Exchange exchange) {
        exchange.getMessage().setBody(steps.end(exchange.getMessage().getBody(StepOutcome.class)));
    }
}
