package io.dawsos.nightly;

/** A blocking job failed: the chain ends here. Recorded already. */
public final class NightStopped extends RuntimeException {

    NightStopped(String job, RuntimeException cause) {
        super("The night ends at " + job + ": " + cause.getMessage(), cause);
    }
}
