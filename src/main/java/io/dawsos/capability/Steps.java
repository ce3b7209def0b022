package io.dawsos.capability;

import io.dawsos.execution.Execution;
import io.dawsos.execution.Names;
import io.dawsos.execution.Observation;
import io.dawsos.execution.StepFailed;
import io.dawsos.execution.StepTrace;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.pattern.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The two stations of a step: {@link #begin} binds it, {@link #call} calls the agent and adds its answer to the execution. */
public final class Steps {

    private static final Logger LOG = LoggerFactory.getLogger(Steps.class);

    private final LongSupplier nanos;

    /** @param nanos monotonic clock for durations */
    public Steps(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Resolves and binds the arguments; throws {@link Failure} for what the caller can mend, before any breaker is asked. */
    public StepCall begin(Execution execution, Step step, CapabilityMethod capability) {
        long start = nanos.getAsLong();
        Map<String, Object> arguments = step.args().resolve(execution);
        return new StepCall(execution, step, capability, capability.bind(arguments), arguments, start);
    }

    /** Calls the agent: the execution after the step. Whatever the agent throws comes out, so that its breaker sees it. */
    public Execution call(StepCall call) throws Exception {
        Answer<?> answer = answer(call);
        return call.execution().with(traceOf(call, answer), answer.value(), answer.warnings());
    }

    private static Answer<?> answer(StepCall call) throws Exception {
        CapabilityMethod capability = call.capability();
        Observation.AgentCall watched = call.execution().observation().agentCall(capability.agent(), capability.name());
        try {
            Answer<?> answer = capability.call(call.request(), call.execution().context());
            watched.end(Optional.empty());
            return answer;
        } catch (Throwable e) {
            watched.end(Optional.of(e));
            // a breaker counts exceptions only: an error would leave it without a result, and its trial call without an
            // end
            throw e instanceof Exception exception ? exception : new IllegalStateException(e);
        }
    }

    /** What to throw for a call that threw {@code cause}. */
    public StepFailed failed(StepCall call, Throwable cause) {
        if (cause instanceof Failure failure) {
            return after(call, failure);
        }
        CapabilityMethod capability = call.capability();
        LOG.atError()
                .addKeyValue("trace_id", call.execution().context().traceId())
                .addKeyValue("capability", capability.name())
                .setCause(cause)
                .log("Capability {} of agent {} failed", capability.name(), capability.agent());
        return after(
                call,
                new Failure(
                        FailureReason.CAPABILITY_FAILED,
                        "Capability " + capability.name() + " of agent " + capability.agent()
                                + " failed; the log has the trace id",
                        List.of(),
                        names(capability)));
    }

    /** What to throw for a call that was not made because the agent's breaker is open. */
    public StepFailed rejected(StepCall call, int retryAfterSeconds) {
        CapabilityMethod capability = call.capability();
        Map<String, Object> extensions = names(capability);
        extensions.put("retry_after", retryAfterSeconds);
        return after(
                call,
                new Failure(
                        FailureReason.CIRCUIT_BREAKER_OPEN,
                        "Agent " + capability.agent() + " circuit breaker is open; try again in " + retryAfterSeconds
                                + " s",
                        List.of(),
                        extensions));
    }

    private StepFailed after(StepCall call, Failure failure) {
        StepTrace trace = StepTrace.failed(
                call.step().resultKey(),
                call.capability().agent(),
                call.capability().name(),
                millis(call),
                failure.reason() + ": " + failure.detail());
        return new StepFailed(call.execution().with(trace), failure);
    }

    private double millis(StepCall call) {
        return Math.floorDiv(nanos.getAsLong() - call.startNanos(), 1_000L) / 1_000.0;
    }

    /** Credits the sources and providers of the results that the arguments were made of, whatever the answer itself says. */
    private StepTrace traceOf(StepCall call, Answer<?> answer) {
        List<String> sources = answer.sources();
        List<String> providers = answer.providers();
        for (StepTrace earlier : call.execution().steps()) {
            if (call.step().args().roots().contains(earlier.step())) {
                sources = Names.union(sources, earlier.sources());
                providers = Names.union(providers, earlier.providers());
            }
        }
        return new StepTrace(
                call.step().resultKey(),
                Optional.of(call.capability().agent()),
                call.capability().name(),
                StepTrace.Status.OK,
                millis(call),
                false,
                ArgumentSummary.of(call.arguments()),
                sources,
                providers,
                answer.asOf(),
                answer.ttlSeconds(),
                answer.warnings(),
                Optional.empty());
    }

    private static Map<String, Object> names(CapabilityMethod capability) {
        Map<String, Object> names = new LinkedHashMap<>();
        names.put("agent", capability.agent());
        names.put("capability", capability.name());
        return names;
    }
}
