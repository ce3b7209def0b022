package io.dawsos.execution;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How one step went.
 *
 * @param step key under which its result is kept
 * @param agent who answered it; empty for a step that did not run
 * @param args arguments in summary: scalars as they are, anything else as type and size, so that a trace never carries holdings
 * @param cached whether the answer came from a cache; its sources are those of the original
 * @param sources of its answer and of the results that its arguments were made of
 * @param providers of the same: what a result was computed from does not get lost on the way
 * @param warnings that it gave
 * @param reason why it was skipped, failed or not reached
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record StepTrace(
        String step,
        Optional<String> agent,
        String capability,
        Status status,
        double durationMs,
        boolean cached,
        Map<String, Object> args,
        List<String> sources,
        List<String> providers,
        Optional<LocalDate> asof,
        OptionalInt ttl,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings,
        Optional<String> reason) {

    /** The four ends of a step. */
    public enum Status {
        OK,
        /** Its condition was false. */
        SKIPPED,
        FAILED,
        /** An earlier step failed. */
        NOT_REACHED;

        private final String word = name().toLowerCase(Locale.ROOT);

        /** As traces write it. */
        @JsonValue
        String word() {
            return word;
        }
    }

    public StepTrace {
        args = Collections.unmodifiableMap(args);
        sources = Names.sorted(sources);
        providers = Names.sorted(providers);
        warnings = List.copyOf(warnings);
    }

    /** A step that did not run. */
    static StepTrace idle(String step, String capability, Status status, String reason) {
        return new StepTrace(
                step,
                Optional.empty(),
                capability,
                status,
                0,
                false,
                Map.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                OptionalInt.empty(),
                List.of(),
                Optional.of(reason));
    }

    /** A step that ended in {@code reason}. */
    public static StepTrace failed(String step, String agent, String capability, double durationMs, String reason) {
        return new StepTrace(
                step,
                Optional.of(agent),
                capability,
                Status.FAILED,
                durationMs,
                false,
                Map.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                OptionalInt.empty(),
                List.of(),
                Optional.of(reason));
    }
}
