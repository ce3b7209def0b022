package io.dawsos.execution;

/** Anything that travels through a pattern's route: it knows the execution it belongs to. */
public interface InExecution {

    /** The execution as it stands. */
    Execution execution();
}
