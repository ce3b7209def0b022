package io.dawsos.capability;

import io.dawsos.execution.Execution;
import io.dawsos.execution.InExecution;
import io.dawsos.pattern.Step;
import java.util.Map;

/**
 * A step about to be called: its arguments are bound, so whatever fails from here on is not the caller's spelling.
 *
 * @param request the capability's request record
 * @param arguments the same as resolved, for the trace
 * @param startNanos reading of the monotonic clock when the step began
 */
public record StepCall(
        Execution execution,
        Step step,
        CapabilityMethod capability,
        Object request,
        Map<String, Object> arguments,
        long startNanos)
        implements InExecution {}
