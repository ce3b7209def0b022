package io.dawsos.export;

import io.dawsos.failure.Failure;
import java.util.List;
import java.util.Optional;

/**
 * A request for a book that was decided.
 *
 * @param reports what was decided over each; when one is refused, all are
 * @param refusal why nothing goes out
 */
public record BookAttempt(String title, List<ExportAttempt> reports, Optional<Failure> refusal) {
    public BookAttempt {
        reports = List.copyOf(reports);
    }
}
