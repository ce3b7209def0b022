package io.dawsos.store;

import io.dawsos.nightly.NightLock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A lock of the database, held by a connection of its own: it ends when the connection ends, so with the process, and within half a minute
 * when the machine was cut off. A pool between program and database that hands sessions around would break it: see
 * {@code docs/running.md}.
 */
final class AdvisoryLock implements NightLock {

    private static final String SESSION = "set role dawsos_app; set application_name = 'dawsos-night';"
            + " set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 4";
    private static final String TRY = "select pg_try_advisory_lock(hashtextextended(?, 0))";

    private final Connection connection;
    private final String name;

    private AdvisoryLock(Connection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    /** Takes it; empty when another session has it. Never waits. */
    static Optional<NightLock> tryTake(PGSimpleDataSource source, String name) {
        try {
            Connection connection = source.getConnection();
            try {
                if (taken(connection, name)) {
                    return Optional.of(new AdvisoryLock(connection, name));
                }
                connection.close();
                return Optional.empty();
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw Database.unreachable();
        }
    }

    private static boolean taken(Connection connection, String name) throws SQLException {
        try (Statement session = connection.createStatement()) {
            session.execute(SESSION);
        }
        try (PreparedStatement statement = connection.prepareStatement(TRY)) {
            statement.setString(1, name);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    @Override
    public void requireHeld() {
        try {
            if (connection.isValid(5)) {
                return;
            }
        } catch (SQLException e) {
            throw lost(e);
        }
        throw lost(new SQLException("The connection is closed"));
    }

    private IllegalStateException lost(SQLException cause) {
        return new IllegalStateException(
                "The lock '" + name + "' was lost with its connection; run the night again", cause);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("The lock '" + name + "' cannot be given back", e);
        }
    }
}
