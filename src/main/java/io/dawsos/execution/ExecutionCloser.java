package io.dawsos.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dawsos.execution.Observation.Outcome;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.pattern.Panel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Ends an execution: chooses the outputs, writes and hashes them, keeps what must be kept, and tells who watches. */
public final class ExecutionCloser {

    private static final String CHARTS = "charts";

    private final ExecutionStore store;
    private final ObjectMapper writer;
    private final String engineVersion;
    private final LongSupplier nanos;

    /** @param writer writes canonical JSON: equal values are equal bytes */
    public ExecutionCloser(ExecutionStore store, ObjectMapper writer, String engineVersion, LongSupplier nanos) {
        this.store = store;
        this.writer = writer;
        this.engineVersion = engineVersion;
        this.nanos = nanos;
    }

    /** Ends one that answered. */
    public ExecutionResponse close(Execution execution) {
        try (AnswerText text = new AnswerText(writer)) {
            AnswerText.Extent data = text.member("data", data(execution));
            AnswerText.Extent charts = text.member(CHARTS, charts(execution));
            AnswerText.Extent panels = text.member("panels", panels(execution));
            String hash = text.hash(charts, data, panels);
            Duration duration = elapsed(execution);
            Trace trace = Trace.of(execution, engineVersion, millis(duration), Optional.of(hash));
            text.member("warnings", execution.warnings());
            text.member("trace", trace);
            return closed(execution, trace, text.end(), duration);
        }
    }

    private ExecutionResponse closed(Execution execution, Trace trace, byte[] body, Duration duration) {
        if (mustBeKept(execution, trace)) {
            store.save(stored(execution, "success", body, trace.resultHash(), duration));
        }
        execution.observation().closed(Outcome.SUCCESS, Optional.empty());
        return new ExecutionResponse(execution.context(), body, trace.resultHash(), execution.stale());
    }

    /** Ends one that failed or was blocked: returns what to tell the caller, the partial trace among it. */
    public Failure fail(Execution execution, Failure failure) {
        boolean blocked = failure.reason() == FailureReason.PACK_WARMING;
        Duration duration = elapsed(execution);
        Map<String, Object> extensions = new LinkedHashMap<>(failure.extensions());
        extensions.put("pattern_id", execution.pattern().id().value());
        extensions.put("pack_id", execution.context().pack().toString());
        if (!blocked) {
            Trace trace = Trace.of(execution, engineVersion, millis(duration), Optional.empty());
            extensions.put("trace", new RawJson(json(trace)));
        }
        // before the problem is kept: that may fail, and the run has ended all the same
        execution.observation().closed(blocked ? Outcome.BLOCKED : Outcome.ERROR, Optional.of(failure.reason()));
        Failure told = new Failure(failure.reason(), failure.detail(), failure.violations(), extensions);
        if (execution.request().origin() == Origin.SCHEDULE) {
            byte[] problem = ProblemDocument.bytes(told, execution.request().ids(), "schedule");
            store.save(stored(execution, blocked ? "blocked" : "error", problem, Optional.empty(), duration));
        }
        return told;
    }

    private String json(Trace trace) {
        try {
            return writer.writeValueAsString(trace);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The trace cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * A result is kept when there is something to prove or to fetch later: it was computed from somebody's data, or nobody was waiting for
     * it. What has no provider behind it (an echo) is gone once it is sent.
     */
    private static boolean mustBeKept(Execution execution, Trace trace) {
        return !trace.providers().isEmpty() || execution.request().origin() == Origin.SCHEDULE;
    }

    private StoredExecution stored(
            Execution execution, String status, byte[] response, Optional<String> hash, Duration duration) {
        ExecutionContext context = execution.context();
        return new StoredExecution(
                context.requestId(),
                context.userId(),
                execution.pattern().id().value(),
                execution.pattern().version(),
                context.portfolioId(),
                context.pack(),
                context.ledgerCommit(),
                status,
                new String(response, StandardCharsets.UTF_8),
                hash,
                context.timestamp(),
                duration);
    }

    /** Every output of the pattern; null for one whose step was skipped. */
    private static Map<String, @Nullable Object> data(Execution execution) {
        Map<String, @Nullable Object> data = new TreeMap<>();
        execution
                .pattern()
                .outputs()
                .forEach(output -> data.put(output, execution.results().get(output)));
        return data;
    }

    private static Object charts(Execution execution) {
        Object charts = execution.results().get(CHARTS);
        return charts == null ? List.of() : charts;
    }

    private static List<PanelStatus> panels(Execution execution) {
        List<PanelStatus> panels = new ArrayList<>();
        for (Panel panel : execution.pattern().panels()) {
            Optional<StepTrace> step = execution.steps().stream()
                    .filter(trace -> trace.step().equals(panel.output()))
                    .findFirst();
            panels.add(PanelStatus.of(panel, step, execution.context().asOf()));
        }
        return panels;
    }

    private Duration elapsed(Execution execution) {
        return Duration.ofNanos(nanos.getAsLong() - execution.startNanos());
    }

    private static double millis(Duration duration) {
        return Math.floorDiv(duration.toNanos(), 1_000L) / 1_000.0;
    }
}
