package io.dawsos.store;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.ledger.WriterLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One turn at a time within the process, in order of arrival, and between processes by an advisory lock of the database that they share. Only
 * whoever has the turn in the process takes a connection, and keeps it: the lock ends with its transaction, also when the process dies.
 */
final class SqlWriterLock implements WriterLock {

    private static final Logger LOG = LoggerFactory.getLogger(SqlWriterLock.class);
    private static final int PATIENCE_SECONDS = 60;

    /** Any number that nothing else in this database locks. */
    private static final long KEY = 7_201_733_104L;

    private final DataSource source;
    private final Semaphore turn = new Semaphore(1, true);

    SqlWriterLock(DataSource source) {
        this.source = source;
    }

    @Override
    public Held acquire() {
        boolean mine;
        try {
            mine = turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        if (!mine) {
            throw busy();
        }
        try {
            Connection connection = locked();
            return () -> release(connection);
        } catch (SQLException e) {
            turn.release();
            LOG.error("The lock of the ledger's writer cannot be had", e);
            throw "55P03".equals(e.getSQLState()) ? busy() : Database.unreachable();
        }
    }

    private Connection locked() throws SQLException {
        Connection connection = source.getConnection();
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local lock_timeout = '" + PATIENCE_SECONDS + "s'");
            statement.execute("select pg_advisory_xact_lock(" + KEY + ")");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void release(Connection connection) {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            LOG.warn("The connection of the ledger's writer was lost; the database has freed the lock", e);
        } finally {
            turn.release();
        }
    }

    private static Failure busy() {
        return new Failure(
                FailureReason.LEDGER_NOT_WRITABLE,
                "Others write to the ledger for too long; nothing was changed, try again");
    }
}
