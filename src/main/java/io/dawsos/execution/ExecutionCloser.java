package io.dawsos.execution;

import io.dawsos.execution.Observation.Outcome;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.pattern.Panel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** Ends an execution: chooses the outputs, writes and hashes them, keeps what must be kept, and tells who watches. */
public final class ExecutionCloser {

    private static final String CHARTS = "charts";
    private static final byte[] NONE = {'[', ']'};
    private static final byte[] CHARTS_FIRST = text("{\"charts\":");
    private static final byte[] DATA_FIRST = text("{\"data\":");
    private static final byte[] THEN_CHARTS = text(",\"charts\":");
    private static final byte[] DATA = text(",\"data\":");
    private static final byte[] PANELS = text(",\"panels\":");
    private static final byte[] WARNINGS = text(",\"warnings\":");
    private static final byte[] TRACE = text(",\"trace\":");
    private static final byte[] END = text("}");

    private final ExecutionStore store;
    private final ResultWriter writer;
    private final String engineVersion;
    private final LongSupplier nanos;

    public ExecutionCloser(ExecutionStore store, ResultWriter writer, String engineVersion, LongSupplier nanos) {
        this.store = store;
        this.writer = writer;
        this.engineVersion = engineVersion;
        this.nanos = nanos;
    }

    /** Ends one that answered. */
    public ExecutionResponse close(Execution execution) {
        byte[] data = writer.write(data(execution));
        byte[] charts = list(execution.results().getOrDefault(CHARTS, List.of()));
        byte[] panels = list(panels(execution));
        String hash = hash(charts, data, panels);
        Duration duration = elapsed(execution);
        Trace trace = Trace.of(execution, engineVersion, millis(duration), Optional.of(hash));
        byte[] body = join(
                DATA_FIRST,
                data,
                THEN_CHARTS,
                charts,
                PANELS,
                panels,
                WARNINGS,
                list(execution.warnings()),
                TRACE,
                writer.write(trace),
                END);
        if (mustBeKept(execution, trace)) {
            store.save(stored(execution, "success", body, Optional.of(hash), duration));
        }
        execution.observation().closed(Outcome.SUCCESS, Optional.empty());
        return new ExecutionResponse(execution.context(), body, Optional.of(hash), execution.stale());
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
            extensions.put("trace", new RawJson(new String(writer.write(trace), StandardCharsets.UTF_8)));
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

    /** Most answers have no charts or no warnings: these are not worth a writer. */
    private byte[] list(Object value) {
        return List.of().equals(value) ? NONE : writer.write(value);
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

    /** SHA-256 over {@code {"charts":..,"data":..,"panels":..}}, the canonical JSON of the three. */
    static String hash(byte[] charts, byte[] data, byte[] panels) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        for (byte[] piece : new byte[][] {CHARTS_FIRST, charts, DATA, data, PANELS, panels, END}) {
            digest.update(piece);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] join(byte[]... pieces) {
        int length = 0;
        for (byte[] piece : pieces) {
            length += piece.length;
        }
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        return all;
    }

    private static byte[] text(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
