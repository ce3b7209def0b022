package io.dawsos.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * Reads under row level security in one round trip: {@code begin}, the setting of the user, all selects and {@code commit} are sent as
 * one pipeline and answered together.
 *
 * <p>The transaction is written out, although the driver ends a pipeline with a single Sync that would make it one transaction anyway:
 * the driver puts a Sync in between when it has described a statement to learn the types of its parameters. Written out, that costs a
 * round trip and not the setting. Every parameter is bound with its type, so that the driver has nothing to describe.
 * The setting is local to the transaction: the next user of the connection finds none.
 */
final class TenantQuery {

    private static final String READ = "begin isolation level repeatable read read only;";
    private static final String WRITE = "begin;";
    private static final String SET_USER = "select set_config('app.user_id', ?, true);";
    private static final String COMMIT = "commit";
    private static final String END = ";" + COMMIT;

    /** Takes the answers of the statements one after the other. */
    @FunctionalInterface
    interface Decoder<T> {
        T decode(Answers answers) throws SQLException;
    }

    /** Makes an object of the current row. */
    @FunctionalInterface
    interface Row<T> {
        T map(ResultSet row) throws SQLException;
    }

    private final DataSource source;
    private final SQLExceptionTranslator translator;

    TenantQuery(DataSource source, SQLExceptionTranslator translator) {
        this.source = source;
        this.translator = translator;
    }

    <T> T read(UUID user, String selects, Decoder<T> decoder, Object... arguments) {
        return run(READ + SET_USER + selects + END, with(user, arguments), answers -> {
            answers.skip();
            return decoder.decode(answers);
        });
    }

    <T> T read(String selects, Decoder<T> decoder, Object... arguments) {
        return run(READ + selects + END, arguments, decoder);
    }

    void write(UUID user, String change, Object... arguments) {
        run(WRITE + SET_USER + change + END, with(user, arguments), answers -> true);
    }

    /** One change on behalf of one user. */
    record Change(UUID user, String statement, List<Object> arguments) {}

    /** Changes on behalf of several users, all or none, in one round trip. */
    void write(List<Change> changes) {
        StringBuilder statements = new StringBuilder(WRITE);
        List<Object> arguments = new ArrayList<>();
        for (Change change : changes) {
            statements.append(SET_USER).append(change.statement()).append(';');
            arguments.addAll(List.of(with(change.user(), change.arguments().toArray())));
        }
        statements.append(COMMIT);
        run(statements.toString(), arguments.toArray(), answers -> true);
    }

    /** One user and what the statements take for him. */
    record Tenant(UUID user, List<?> arguments) {}

    /** The same selects for several users, each under his own setting; the results in the order of the tenants. */
    <T> List<T> readEach(List<Tenant> tenants, String selects, Decoder<T> decoder) {
        return run(
                READ + forEach(tenants, selects) + COMMIT,
                arguments(tenants),
                answers -> decoded(tenants, answers, decoder));
    }

    /** The same changes for several users, each under his own setting, all or none. */
    void writeEach(List<Tenant> tenants, String changes) {
        run(WRITE + forEach(tenants, changes) + COMMIT, arguments(tenants), answers -> true);
    }

    /** The same changes for several users, all or none; what each returned, in the order of the tenants. */
    <T> List<T> changeEach(List<Tenant> tenants, String changes, Decoder<T> decoder) {
        return run(
                WRITE + forEach(tenants, changes) + COMMIT,
                arguments(tenants),
                answers -> decoded(tenants, answers, decoder));
    }

    /** The same statements for several users in the transaction that {@code jdbc} is in; ends under the setting of the last. */
    static <T> List<T> each(JdbcTemplate jdbc, List<Tenant> tenants, String statements, Decoder<T> decoder) {
        if (tenants.isEmpty()) {
            return List.of();
        }
        String all = forEach(tenants, statements);
        List<T> results = jdbc.execute((ConnectionCallback<List<T>>) connection ->
                executed(connection, all, arguments(tenants), answers -> decoded(tenants, answers, decoder)));
        return Objects.requireNonNull(results);
    }

    private static <T> List<T> decoded(List<Tenant> tenants, Answers answers, Decoder<T> decoder) throws SQLException {
        List<T> results = new ArrayList<>(tenants.size());
        for (int i = 0; i < tenants.size(); i++) {
            answers.skip();
            results.add(decoder.decode(answers));
        }
        return results;
    }

    private static String forEach(List<Tenant> tenants, String statements) {
        return (SET_USER + statements + ";").repeat(tenants.size());
    }

    private static Object[] arguments(List<Tenant> tenants) {
        return tenants.stream()
                .flatMap(tenant ->
                        Stream.of(with(tenant.user(), tenant.arguments().toArray())))
                .toArray();
    }

    private static Object[] with(UUID user, Object... arguments) {
        List<Object> all = new ArrayList<>(arguments.length + 1);
        all.add(user.toString());
        all.addAll(List.of(arguments));
        return all.toArray();
    }

    private <T> T run(String sql, Object[] arguments, Decoder<T> decoder) {
        try (Connection connection = source.getConnection()) {
            return run(connection, sql, arguments, decoder);
        } catch (SQLException e) {
            throw translated(sql, e);
        }
    }

    private static <T> T run(Connection connection, String sql, Object[] arguments, Decoder<T> decoder)
            throws SQLException {
        try {
            return executed(connection, sql, arguments, decoder);
        } catch (SQLException e) {
            // the commit behind a failed statement was never executed
            rollback(connection, e);
            throw e;
        }
    }

    private static <T> T executed(Connection connection, String sql, Object[] arguments, Decoder<T> decoder)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                bind(connection, statement, i + 1, arguments[i]);
            }
            statement.execute();
            return decoder.decode(new Answers(statement));
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int index, Object argument)
            throws SQLException {
        if (argument instanceof String[] texts) {
            statement.setArray(index, connection.createArrayOf("text", texts));
        } else {
            statement.setObject(index, argument);
        }
    }

    private static void rollback(Connection connection, SQLException failure) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("rollback");
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private DataAccessException translated(String sql, SQLException e) {
        if (e instanceof java.sql.SQLTransientConnectionException) {
            return new CannotGetJdbcConnectionException("No connection to the database", e);
        }
        DataAccessException translated = translator.translate("query of a user's rows", sql, e);
        return translated != null
                ? translated
                : new org.springframework.jdbc.UncategorizedSQLException("query", sql, e);
    }

    /** The answers of one pipeline, in order; statements without rows are passed over. */
    static final class Answers {

        private final Statement statement;
        private boolean first = true;

        private Answers(Statement statement) {
            this.statement = statement;
        }

        /** All rows of the next select. */
        <T> List<T> list(Row<T> row) throws SQLException {
            List<T> rows = new ArrayList<>();
            try (ResultSet results = next()) {
                while (results.next()) {
                    rows.add(row.map(results));
                }
            }
            return rows;
        }

        private void skip() throws SQLException {
            next().close();
        }

        private ResultSet next() throws SQLException {
            if (!first) {
                statement.getMoreResults();
            }
            first = false;
            ResultSet results = statement.getResultSet();
            while (results == null) {
                if (!statement.getMoreResults() && statement.getUpdateCount() == -1) {
                    throw new SQLException("There are fewer selects than answers asked for");
                }
                results = statement.getResultSet();
            }
            return results;
        }
    }
}
