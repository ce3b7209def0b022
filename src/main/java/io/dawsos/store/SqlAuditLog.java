package io.dawsos.store;

import io.dawsos.execution.AuditLog;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Entries, appended one by one. */
final class SqlAuditLog implements AuditLog {

    private final Sql sql;

    SqlAuditLog(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void append(Entry entry) {
        sql.write(
                entry.userId(),
                "insert into audit_log (user_id, portfolio_id, action, details, trace_id, created_at)"
                        + " values (?, nullif(?, '')::uuid, ?, ?::jsonb, nullif(?, ''), ?)",
                entry.userId(),
                entry.portfolioId().map(UUID::toString).orElse(""),
                entry.action(),
                entry.details(),
                entry.traceId().orElse(""),
                OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC));
    }
}
