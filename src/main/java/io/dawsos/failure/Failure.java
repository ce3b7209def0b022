package io.dawsos.failure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A failure that a client is told of: its reason, one sentence of detail, and what more is known. Carries no stack trace. */
public class Failure extends RuntimeException {

    /** What {@code Retry-After} says while a part of the service is away: outages end when somebody ends them, which nobody can tell. */
    public static final int COME_BACK_SECONDS = 5;

    private final FailureReason reason;
    private final transient List<Violation> violations;
    private final transient Map<String, Object> extensions;

    public Failure(FailureReason reason, String detail) {
        this(reason, detail, List.of(), Map.of());
    }

    /**
     * @param extensions further members of the problem document, by their JSON name ({@code pack_id}, {@code retry_after})
     */
    public Failure(FailureReason reason, String detail, List<Violation> violations, Map<String, Object> extensions) {
        super(detail, null, false, false);
        this.reason = reason;
        this.violations = List.copyOf(violations);
        this.extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    }

    /** A part of the service is away; whoever asked may come again in {@link #COME_BACK_SECONDS}. */
    public static Failure unavailable(String detail) {
        return new Failure(
                FailureReason.SERVICE_UNAVAILABLE, detail, List.of(), Map.of("retry_after", COME_BACK_SECONDS));
    }

    /** The request breaks these rules; all of them are listed at once. */
    public static Failure invalid(List<Violation> violations) {
        String detail = violations.size() == 1
                ? violations.get(0).message()
                : violations.size() + " violations; see 'violations'";
        return new Failure(FailureReason.VALIDATION_FAILED, detail, violations, Map.of());
    }

    /** The failure in what was thrown; else INTERNAL_ERROR, after {@code log} was run, because nobody else will hear of it. */
    public static Failure of(@Nullable Throwable thrown, Runnable log) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Failure failure) {
                return failure;
            }
        }
        log.run();
        return new Failure(FailureReason.INTERNAL_ERROR, "The server failed; the log has the trace id");
    }

    public FailureReason reason() {
        return reason;
    }

    /** One sentence for this occurrence. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<Violation> violations() {
        return violations;
    }

    public Map<String, Object> extensions() {
        return extensions;
    }
}
