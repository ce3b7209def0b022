package io.dawsos.telemetry;

import io.dawsos.execution.ExecutionContext;
import io.dawsos.execution.Observation;
import io.dawsos.failure.FailureReason;
import io.dawsos.pricing.PackId;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Counts and times one execution. */
final class MeteredObservation implements Observation {

    private final ExecutionMeters meters;
    private final String patternId;
    private final LongSupplier nanos;
    private final long start;
    private Optional<PackId> pack = Optional.empty();

    MeteredObservation(ExecutionMeters meters, String patternId, LongSupplier nanos) {
        this.meters = meters;
        this.patternId = patternId;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    @Override
    public void opened(ExecutionContext context) {
        pack = Optional.of(context.pack());
    }

    @Override
    public AgentCall agentCall(String agent, String capability) {
        long began = nanos.getAsLong();
        return failure -> meters.agentCall(agent, capability, failure.isPresent(), nanos.getAsLong() - began);
    }

    @Override
    public void closed(Outcome outcome, Optional<FailureReason> reason) {
        meters.closed(patternId, outcome, elapsed());
        if (outcome == Outcome.BLOCKED) {
            meters.blocked(pack.map(PackId::toString).orElse("none"));
        }
    }

    long elapsed() {
        return nanos.getAsLong() - start;
    }
}
