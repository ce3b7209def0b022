package io.dawsos.export;

import io.dawsos.execution.StoredExecution;
import io.dawsos.failure.Failure;
import io.dawsos.rights.RightsDecision;
import java.time.Instant;
import java.util.Optional;

/**
 * A request that was decided.
 *
 * @param execution the result; empty when there is none that the caller may see
 * @param whole the decision over all of it; empty when there was nothing to decide over
 * @param violation what stands against it, enforced or not
 * @param release what goes out; empty when nothing does
 * @param refusal why nothing goes out
 */
public record ExportAttempt(
        ExportRequest request,
        Instant at,
        Optional<StoredExecution> execution,
        Optional<RightsDecision> whole,
        Optional<String> violation,
        Optional<Release> release,
        Optional<Failure> refusal) {

    /** Refused before anything was decided. */
    static ExportAttempt refused(
            ExportRequest request, Instant at, Optional<StoredExecution> execution, Failure refusal) {
        return new ExportAttempt(
                request, at, execution, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(refusal));
    }

    /** The same, with nothing going out for a reason beside it. */
    ExportAttempt keptBack(Failure refusal) {
        return new ExportAttempt(request, at, execution, whole, violation, Optional.empty(), Optional.of(refusal));
    }
}
