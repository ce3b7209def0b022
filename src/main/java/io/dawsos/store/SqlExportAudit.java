package io.dawsos.store;

import io.dawsos.failure.Failure;
import io.dawsos.rights.AuditChain;
import io.dawsos.rights.AuditCheck;
import io.dawsos.rights.AuditEntry;
import io.dawsos.rights.AuditHead;
import io.dawsos.rights.AuditKey;
import io.dawsos.rights.AuditReport;
import io.dawsos.rights.AuditRow;
import io.dawsos.rights.Checkpoint;
import io.dawsos.rights.ExportAudit;
import io.dawsos.rights.HeadFile;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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

/**
 * The chain of attempts; a lock of the database has writers wait for each other, whichever process they are in. A row is committed first and
 * kept in the data folder then, so that a process that is killed in between leaves a head that lags, never one that runs ahead; nothing of
 * that export has gone out.
 */
final class SqlExportAudit implements ExportAudit {

    private static final Logger LOG = LoggerFactory.getLogger(SqlExportAudit.class);
    private static final String COLUMNS = "seq, user_id, previous_hash, content, hash, seal";
    private static final String TIP = "select " + COLUMNS + ", known_hash from export_audit_head(?)";
    private static final String NEWEST_CHECKPOINT = "select coalesce(max(seq), 0) from export_checkpoint";
    private static final int CHUNK = 1_000;

    private final Sql sql;
    private final AuditKey key;
    private final HeadFile heads;

    SqlExportAudit(Sql sql, AuditKey key, HeadFile heads) {
        this.sql = sql;
        this.key = key;
        this.heads = heads;
    }

    /** Where the chain ends, and what speaks against it. */
    private record Tip(Optional<AuditRow> last, Optional<String> alarm) {}

    /** A row that was written. */
    private record Appended(AuditRow row, boolean trusted) {}

    @Override
    public AuditRow append(AuditEntry entry) {
        try {
            Appended appended = sql.transaction(entry.userId(), jdbc -> append(jdbc, entry));
            if (appended.trusted()) {
                heads.keep(appended.row());
            }
            return appended.row();
        } catch (DataAccessException | UncheckedIOException e) {
            // the cause stays here: a client must learn no statement
            LOG.error("The attempt at an export cannot be audited", e);
            throw Failure.unavailable("The audit of exports cannot be written; try again in a moment");
        }
    }

    private Appended append(JdbcTemplate jdbc, AuditEntry entry) {
        Tip tip = tip(jdbc);
        AuditRow row = AuditChain.next(tip.last(), entry.userId(), entry.content(), key);
        tip.last().filter(before -> AuditCheck.begins(before, row)).ifPresent(before -> sign(jdbc, before, entry.at()));
        jdbc.update(
                "insert into export_audit (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?)",
                row.seq(),
                row.userId(),
                row.previousHash(),
                row.content(),
                row.hash(),
                row.seal().orElseThrow());
        return new Appended(row, tip.alarm().isEmpty());
    }

    @Override
    public void catchUp() {
        Tip tip = sql.transaction(this::tip);
        if (tip.alarm().isEmpty()) {
            tip.last().filter(key::verifies).ifPresent(heads::keep);
        }
    }

    /** The chain is held from here to the end of the transaction, so that the kept head is not further than it. */
    private Tip tip(JdbcTemplate jdbc) {
        // read before the lock: it can only move on, and what it names was committed
        Optional<AuditHead> kept = heads.head();
        long place = kept.map(AuditHead::seq).orElse(0L);
        Tip tip =
                jdbc.query(TIP, (row, n) -> tip(row(row), kept, Optional.ofNullable(row.getString(7))), place).stream()
                        .findFirst()
                        .orElseGet(() -> new Tip(
                                Optional.empty(),
                                heads.fault().or(() -> kept.flatMap(head -> head.contradiction(Optional.empty(), 0)))));
        tip.alarm().ifPresent(alarm -> LOG.error("The audit of exports is not sound: {}; run 'audit verify'", alarm));
        return tip;
    }

    private Tip tip(AuditRow last, Optional<AuditHead> kept, Optional<String> found) {
        boolean foreign = !key.verifies(last) && (last.seal().isPresent() || kept.isPresent());
        return new Tip(
                Optional.of(last),
                heads.fault()
                        .or(() -> kept.flatMap(head -> head.contradiction(found, last.seq())))
                        .or(() -> foreign
                                ? Optional.of("row " + last.seq() + " does not bear the seal of EXPORT_AUDIT_KEY")
                                : Optional.empty()));
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

    @Override
    public List<AuditRow> of(UUID userId, OptionalLong before, int limit) {
        String own = "select " + COLUMNS + " from export_audit where seq < ? order by seq desc limit ?";
        return sql.read(
                userId, own, answers -> answers.list(SqlExportAudit::row), before.orElse(Long.MAX_VALUE), limit);
    }

    @Override
    public boolean sign(Instant at) {
        return sql.transaction(
                jdbc -> tip(jdbc).last().map(row -> sign(jdbc, row, at)).orElse(false));
    }

    @Override
    public AuditReport verify(List<AuditHead> known) {
        Optional<AuditHead> kept = heads.head(); // before the snapshot, which then has it
        return sql.transaction(jdbc -> {
            // one snapshot, so that nobody who exports has to wait
            jdbc.execute("set transaction isolation level repeatable read read only");
            AuditCheck check = new AuditCheck(key, checkpoints(jdbc), kept, known);
            heads.fault().ifPresent(check::fault);
            long after = 0;
            List<AuditRow> rows = rows(jdbc, after);
            while (!rows.isEmpty()) {
                rows.forEach(check::row);
                after = rows.get(rows.size() - 1).seq();
                rows = rows(jdbc, after);
            }
            return check.end();
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
        return new AuditRow(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Optional.ofNullable(row.getString(6)));
    }
}
