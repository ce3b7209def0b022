package io.dawsos.store;

import io.dawsos.execution.ExecutionStore;
import io.dawsos.execution.StoredExecution;
import io.dawsos.pricing.PackId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Answers as they were sent. */
final class SqlExecutionStore implements ExecutionStore {

    private static final String COLUMNS =
            "request_id, user_id, pattern_id, pattern_version, pricing_pack_id, ledger_commit, status,"
                    + " response, created_at, duration_ms, portfolio_id, result_hash";

    private final Sql sql;

    SqlExecutionStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void save(StoredExecution execution) {
        // '' is null here: a null has no type, and the driver would ask for it with a round trip
        sql.write(
                execution.userId(),
                "insert into execution (" + COLUMNS
                        + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, '')::uuid, nullif(?, ''))",
                execution.requestId(),
                execution.userId(),
                execution.patternId(),
                execution.patternVersion(),
                execution.pack().toString(),
                execution.ledgerCommit(),
                execution.status(),
                execution.response(),
                OffsetDateTime.ofInstant(execution.createdAt().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC),
                execution.duration().toMillis(),
                execution.portfolioId().map(UUID::toString).orElse(""),
                execution.resultHash().orElse(""));
    }

    @Override
    public Optional<StoredExecution> find(UUID userId, UUID requestId) {
        String one = "select " + COLUMNS + " from execution where request_id = ?";
        return sql.read(userId, one, answers -> answers.list(SqlExecutionStore::execution), requestId).stream()
                .findFirst();
    }

    private static StoredExecution execution(ResultSet row) throws SQLException {
        return new StoredExecution(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                Optional.ofNullable(row.getObject(11, UUID.class)),
                PackId.parse(row.getString(5)),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                Optional.ofNullable(row.getString(12)),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                Duration.ofMillis(row.getLong(10)));
    }
}
