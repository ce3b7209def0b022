package io.dawsos.rights;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/** The record of every attempt at an export. Appended, never changed; rows are written one after the other, each chained to the one before. */
public interface ExportAudit {

    /**
     * Appends one. The first of a day signs what there was before it.
     *
     * @throws io.dawsos.failure.Failure SERVICE_UNAVAILABLE when it could not be kept
     */
    AuditRow append(AuditEntry entry);

    /**
     * A user's own attempts, the newest first.
     *
     * @param before only those before this place in the chain
     */
    List<AuditRow> of(UUID userId, OptionalLong before, int limit);

    /** Signs what there is now; false when there is nothing new to sign. */
    boolean sign(Instant at);

    /** Reads the whole chain and says what is wrong with it. */
    AuditReport verify();
}
