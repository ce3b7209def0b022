package io.dawsos.rights;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/** The record of every attempt at an export. Appended, never changed; rows are written one after the other, each chained to the one before. */
public interface ExportAudit {

    /**
     * Appends one, and keeps outside of the database that it is there. The first of a day signs what there was before it.
     *
     * @throws io.dawsos.failure.Failure SERVICE_UNAVAILABLE when it could not be kept in both places
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

    /** Keeps the last row outside of the database unless something speaks against the chain, which is logged: for the start of a service. */
    void catchUp();

    /**
     * Reads the whole chain and says what is wrong with it.
     *
     * @param known rows that were there, as somebody else noted them
     */
    AuditReport verify(List<AuditHead> known);
}
