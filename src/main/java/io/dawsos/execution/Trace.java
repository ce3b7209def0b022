package io.dawsos.execution;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.dawsos.pattern.Pattern;
import io.dawsos.pattern.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;

/**
 * Where an answer comes from: enough to compute it again.
 *
 * @param packAgeDays days from the pack to the day asked for
 * @param providers data providers behind the result: the union over its steps
 * @param perPanelStaleness as-of and ttl of every result that has an as-of
 * @param resultHash SHA-256, hexadecimal, over the canonical JSON of charts, data and panels; empty for a failed run
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonSerialize(using = TraceSerializer.class)
public record Trace(
        String patternId,
        String patternVersion,
        String engineVersion,
        String pricingPackId,
        LocalDate packDate,
        long packAgeDays,
        String ledgerCommitHash,
        String traceId,
        UUID requestId,
        Optional<UUID> portfolioId,
        LocalDate asof,
        Instant timestamp,
        double durationMs,
        List<String> agentsUsed,
        List<String> capabilitiesUsed,
        List<String> sources,
        List<String> providers,
        List<Staleness> perPanelStaleness,
        List<StepTrace> steps,
        Optional<String> resultHash) {

    /** As-of and ttl of one result. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Staleness(String capability, LocalDate asof, OptionalInt ttl) {}

    static Trace of(Execution execution, String engineVersion, double durationMs, Optional<String> resultHash) {
        ExecutionContext context = execution.context();
        List<StepTrace> ran = execution.steps();
        return new Trace(
                execution.pattern().id().value(),
                execution.pattern().version(),
                engineVersion,
                context.pack().toString(),
                context.pack().date(),
                ChronoUnit.DAYS.between(context.pack().date(), context.asOf()),
                context.ledgerCommit(),
                context.traceId(),
                context.requestId(),
                context.portfolioId(),
                context.asOf(),
                context.timestamp(),
                durationMs,
                agents(ran),
                capabilities(ran),
                union(ran, StepTrace::sources),
                union(ran, StepTrace::providers),
                staleness(ran),
                complete(execution.pattern(), ran),
                resultHash);
    }

    private static List<Staleness> staleness(List<StepTrace> steps) {
        List<Staleness> all = new ArrayList<>(steps.size());
        for (StepTrace step : steps) {
            step.asof().ifPresent(day -> all.add(new Staleness(step.capability(), day, step.ttl())));
        }
        return all;
    }

    private static List<String> agents(List<StepTrace> steps) {
        List<String> all = List.of();
        for (StepTrace step : steps) {
            if (step.agent().isPresent()) {
                all = Names.with(all, step.agent().get());
            }
        }
        return all;
    }

    private static List<String> capabilities(List<StepTrace> steps) {
        List<String> all = List.of();
        for (StepTrace step : steps) {
            all = Names.with(all, step.capability());
        }
        return all;
    }

    private static List<String> union(List<StepTrace> steps, Function<StepTrace, List<String>> of) {
        List<String> all = List.of();
        for (StepTrace step : steps) {
            all = all.isEmpty() ? of.apply(step) : Names.union(all, of.apply(step));
        }
        return all;
    }

    /** Every step of the pattern in file order: those that ran, and why the others did not. */
    private static List<StepTrace> complete(Pattern pattern, List<StepTrace> ran) {
        if (ran.size() == pattern.steps().size()) {
            return ran;
        }
        List<StepTrace> all = new ArrayList<>(pattern.steps().size());
        int next = 0;
        for (Step step : pattern.steps()) {
            if (next < ran.size() && ran.get(next).step().equals(step.resultKey())) {
                all.add(ran.get(next++));
            } else {
                all.add(idle(step, next == ran.size() && failed(ran)));
            }
        }
        return all;
    }

    private static boolean failed(List<StepTrace> ran) {
        return !ran.isEmpty() && ran.get(ran.size() - 1).status() == StepTrace.Status.FAILED;
    }

    private static StepTrace idle(Step step, boolean afterFailure) {
        return afterFailure
                ? StepTrace.idle(
                        step.resultKey(), step.capability(), StepTrace.Status.NOT_REACHED, "an earlier step failed")
                : StepTrace.idle(step.resultKey(), step.capability(), StepTrace.Status.SKIPPED, "condition_not_met");
    }
}
