package io.dawsos.execution;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What was done and what was refused; appended, never changed. */
public interface AuditLog {

    /**
     * One thing that happened.
     *
     * @param action for instance {@code execute} or {@code rights_block}
     * @param details a JSON object
     */
    record Entry(
            UUID userId,
            Optional<UUID> portfolioId,
            String action,
            String details,
            Optional<String> traceId,
            Instant at) {}

    /** Throws a failure when the entry could not be kept; what must be audited must not go on without it. */
    void append(Entry entry);
}
