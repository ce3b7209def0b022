package io.dawsos.store;

import io.dawsos.failure.Failure;
import io.dawsos.rights.AuditChain;
import io.dawsos.rights.AuditCheck;
import io.dawsos.rights.AuditEntry;
import io.dawsos.rights.AuditReport;
import io.dawsos.rights.AuditRow;
import io.dawsos.rights.Checkpoint;
import io.dawsos.rights.CheckpointKey;
import io.dawsos.rights.ExportAudit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The chain of attempts; a lock of the database has writers wait for each other, whichever process they are in. */
final class SqlExportAudit implements ExportAudit {

    private static final Logger LOG = LoggerFactory.getLogger(SqlExportAudit.class);
    private static final String COLUMNS = "seq, previous_hash, content, hash";
    private static final String HEAD = "select " + COLUMNS + " from export_audit_head()";
    private static final String NEWEST_CHECKPOINT = "select coalesce(max(seq), 0) from export_checkpoint";
    private static final int CHUNK = 1_000;

    private final Sql sql;
    private final CheckpointKey key;
    /** The last row that was written here: it must be found again. */
    private volatile Optional<AuditRow> written = Optional.empty();

    SqlExportAudit(Sql sql, CheckpointKey key) {
        this.sql = sql;
        this.key = key;
    }

    @Override
    public AuditRow append(AuditEntry entry) {
        try {
            AuditRow row = sql.transaction(entry.userId(), jdbc -> append(jdbc, entry));
            remember(row);
            return row;
        } catch (DataAccessException e) {
            // the cause stays here: a client must learn no statement
            LOG.error("The attempt at an export cannot be audited", e);
            throw Failure.unavailable("The audit of exports cannot be written; try again in a moment");
        }
    }

    private synchronized void remember(AuditRow row) {
        if (written.map(AuditRow::seq).orElse(0L) < row.seq()) {
            written = Optional.of(row);
        }
    }

    private AuditRow append(JdbcTemplate jdbc, AuditEntry entry) {
        Optional<AuditRow> last = head(jdbc);
        last.filter(row -> dayOf(row).isBefore(day(entry.at()))).ifPresent(row -> sign(jdbc, row, entry.at()));
        AuditRow row = AuditChain.next(last, entry.content());
        jdbc.update(
                "insert into export_audit (user_id, " + COLUMNS + ") values (?, ?, ?, ?, ?)",
                entry.userId(),
                row.seq(),
                row.previousHash(),
                row.content(),
                row.hash());
        return row;
    }

    private static Optional<AuditRow> head(JdbcTemplate jdbc) {
        return jdbc.query(HEAD, (row, n) -> row(row)).stream().findFirst();
    }

    private boolean sign(JdbcTemplate jdbc, AuditRow row, Instant at) {
        Long signed = jdbc.queryForObject(NEWEST_CHECKPOINT, Long.class);
        if (signed != null && signed >= row.seq()) {
            return false;
        }
        Checkpoint checkpoint = key.sign(row, at);
        jdbc.update(
                "insert into export_checkpoint (seq, hash, signed_at, signature) values (?, ?, ?, ?)",
                checkpoint.seq(),
                checkpoint.hash(),
                OffsetDateTime.ofInstant(checkpoint.signedAt(), ZoneOffset.UTC),
                checkpoint.signature());
        LOG.info(
                "Signed the audit of exports: row {} has hash {}, signature {}",
                checkpoint.seq(),
                checkpoint.hash(),
                checkpoint.signature());
        return true;
    }

    /** The time is the first member of what is kept. */
    private static LocalDate dayOf(AuditRow row) {
        int from = row.content().indexOf("\"at\":\"") + 6;
        return day(Instant.parse(row.content().substring(from, row.content().indexOf('"', from))));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    @Override
    public List<AuditRow> of(UUID userId, OptionalLong before, int limit) {
        String own = "select " + COLUMNS + " from export_audit where seq < ? order by seq desc limit ?";
        return sql.read(
                userId, own, answers -> answers.list(SqlExportAudit::row), before.orElse(Long.MAX_VALUE), limit);
    }

    @Override
    public boolean sign(Instant at) {
        return sql.transaction(
                jdbc -> head(jdbc).map(row -> sign(jdbc, row, at)).orElse(false));
    }

    @Override
    public AuditReport verify() {
        Optional<AuditRow> seen = written;
        return sql.transaction(jdbc -> {
            head(jdbc); // nobody appends meanwhile
            AuditCheck check = new AuditCheck(key, checkpoints(jdbc));
            long after = 0;
            List<AuditRow> rows = rows(jdbc, after);
            while (!rows.isEmpty()) {
                rows.forEach(check::row);
                after = rows.get(rows.size() - 1).seq();
                rows = rows(jdbc, after);
            }
            return check.end(seen);
        });
    }

    private static List<AuditRow> rows(JdbcTemplate jdbc, long after) {
        return jdbc.query("select " + COLUMNS + " from export_audit_rows(?, ?)", (row, n) -> row(row), after, CHUNK);
    }

    private static List<Checkpoint> checkpoints(JdbcTemplate jdbc) {
        return jdbc.query(
                "select seq, hash, signed_at, signature from export_checkpoint order by seq",
                (row, n) -> new Checkpoint(
                        row.getLong(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getString(4)));
    }

    private static AuditRow row(ResultSet row) throws SQLException {
        return new AuditRow(row.getLong(1), row.getString(2), row.getString(3), row.getString(4));
    }
}
