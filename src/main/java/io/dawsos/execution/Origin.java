package io.dawsos.execution;

/** Which way a request came in. */
public enum Origin {
    HTTP,
    QUEUE,
    /** Nobody waits for the answer: its stored result is the answer. */
    SCHEDULE
}
