package io.dawsos.execution;

import io.dawsos.failure.Failure;

/** A step failed: why, and the execution with the failed step in its trace. */
public final class StepFailed extends RuntimeException {

    private final transient Execution execution;
    private final transient Failure failure;

    public StepFailed(Execution execution, Failure failure) {
        super(failure.detail(), null, false, false);
        this.execution = execution;
        this.failure = failure;
    }

    public Execution execution() {
        return execution;
    }

    public Failure failure() {
        return failure;
    }
}
