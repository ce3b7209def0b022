package io.dawsos.bookkeeping;

import io.dawsos.capability.AnswerJson;
import io.dawsos.execution.AuditLog;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Entries of the audit log about the ledger. */
final class AuditEntries {

    private AuditEntries() {}

    static AuditLog.Entry of(
            Caller caller, Optional<UUID> portfolio, String action, Map<String, Object> details, Clock clock) {
        return new AuditLog.Entry(
                caller.userId(),
                portfolio,
                action,
                new String(AnswerJson.bytes(details), StandardCharsets.UTF_8),
                Optional.of(caller.traceId()),
                clock.instant());
    }
}
