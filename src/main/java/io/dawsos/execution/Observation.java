package io.dawsos.execution;

import io.dawsos.failure.FailureReason;
import java.util.Optional;

/** Watches one execution for metrics and spans; knows names and durations, never figures. */
public interface Observation {

    /** Watches nothing. */
    Observation NONE = new Observation() {
        @Override
        public void opened(ExecutionContext context) {}

        @Override
        public AgentCall agentCall(String agent, String capability) {
            return failure -> {};
        }

        @Override
        public void closed(Outcome outcome, Optional<FailureReason> reason) {}
    };

    /** How an execution ended. */
    enum Outcome {
        SUCCESS,
        ERROR,
        /** Stopped by the freshness gate. */
        BLOCKED
    }

    /** One call of an agent, to be ended on the thread that began it. */
    @FunctionalInterface
    interface AgentCall {

        /** Ends it; {@code failure} says why it failed, if it did. */
        void end(Optional<Throwable> failure);
    }

    /** The context is fixed. */
    void opened(ExecutionContext context);

    /** Begins a call; calls made meanwhile on this thread belong to it. */
    AgentCall agentCall(String agent, String capability);

    /** Ends the execution; called exactly once. */
    void closed(Outcome outcome, Optional<FailureReason> reason);
}
