package io.dawsos.route;

import io.dawsos.capability.CapabilityMethod;
import io.dawsos.capability.Steps;
import io.dawsos.execution.Execution;
import io.dawsos.execution.StepFailed;
import io.dawsos.execution.StepTrace;
import io.dawsos.failure.Failure;
import io.dawsos.pattern.Step;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** {@code Execution -> StepCall}: resolves and binds the step's arguments, outside the breaker. */
final class BeginStep implements Processor {

    private final Steps steps;
    private final Step step;
    private final CapabilityMethod capability;

    BeginStep(Steps steps, Step step, CapabilityMethod capability) {
        this.steps = steps;
        this.step = step;
        this.capability = capability;
    }

    @Override
    public void process(Exchange exchange) {
        Execution execution = exchange.getMessage().getBody(Execution.class);
        try {
            exchange.getMessage().setBody(steps.begin(execution, step, capability));
        } catch (Failure failure) {
            StepTrace trace = StepTrace.failed(
                    step.resultKey(),
                    capability.agent(),
                    step.capability(),
                    0,
                    failure.reason() + ": " + failure.detail());
            throw new StepFailed(execution.with(trace), failure);
        }
    }
}
