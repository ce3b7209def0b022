package io.dawsos.capability;

import io.dawsos.execution.Execution;
import io.dawsos.execution.InExecution;
import io.dawsos.failure.Failure;

/** How a call ended. */
public sealed interface StepOutcome extends InExecution {

    /** The call that ended. */
    StepCall call();

    @Override
    default Execution execution() {
        return call().execution();
    }

    /** It answered. */
    record Answered(StepCall call, Answer<?> answer) implements StepOutcome {}

    /** It failed, or was not tried because the breaker is open. */
    record Failed(StepCall call, Failure failure) implements StepOutcome {}
}
