package io.dawsos.execution;

import io.dawsos.pattern.Pattern;
import io.dawsos.pattern.Scope;
import io.dawsos.pricing.PackStatus;
import io.dawsos.pricing.PricingPack;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run of a pattern as it stands after some of its steps. Immutable: a failed or abandoned call cannot leave half a change behind.
 *
 * @param pattern the version it began with
 * @param pack the pack of the context, with its state when the execution was opened
 * @param lastGood whether a newer pack failed and this one stands in for it
 * @param inputs bound inputs by name, absent ones null
 * @param results of the steps so far, by result key
 * @param steps trace of the steps so far, in order
 * @param warnings what a reader should know, in the order it was found
 * @param startNanos reading of the monotonic clock when it was opened
 */
public record Execution(
        ExecutionRequest request,
        Pattern pattern,
        ExecutionContext context,
        PricingPack pack,
        boolean lastGood,
        Map<String, @Nullable Object> inputs,
        Results results,
        List<StepTrace> steps,
        List<String> warnings,
        Observation observation,
        long startNanos)
        implements InExecution, Scope {

    public Execution {
        inputs = Collections.unmodifiableMap(inputs);
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
    }

    @Override
    public Execution execution() {
        return this;
    }

    /** Whether the answer is older than it should be: its pack is not fresh, or stands in for one that failed. */
    public boolean stale() {
        return lastGood || pack.status() != PackStatus.FRESH;
    }

    /** After a step that answered. */
    public Execution with(StepTrace step, Object result, List<String> more) {
        return new Execution(
                request,
                pattern,
                context,
                pack,
                lastGood,
                inputs,
                results.with(step.step(), result),
                joined(steps, List.of(step)),
                joined(warnings, more),
                observation,
                startNanos);
    }

    /** After a step that failed. */
    public Execution with(StepTrace failed) {
        return new Execution(
                request,
                pattern,
                context,
                pack,
                lastGood,
                inputs,
                results,
                joined(steps, List.of(failed)),
                warnings,
                observation,
                startNanos);
    }

    /** Roots of templates: {@code ctx}, {@code inputs}, and every result by its key. */
    @Override
    public @Nullable Object root(String name) {
        return switch (name) {
            case "ctx" -> ContextView.of(context);
            case "inputs" -> inputs;
            default -> results.get(name);
        };
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        if (second.isEmpty()) {
            return first;
        }
        List<T> all = new ArrayList<>(first.size() + second.size());
        all.addAll(first);
        all.addAll(second);
        return all;
    }
}
