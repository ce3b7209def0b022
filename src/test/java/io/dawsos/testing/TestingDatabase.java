package io.dawsos.testing;

import io.dawsos.store.Database;
import io.dawsos.store.DatabaseUrl;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A database of its own for each test class, copied from a migrated template. All of them live in one server, which starts with the
 * first and ends with the JVM. Their owner is no superuser: what holds here holds where nobody bypasses row level security.
 */
public final class TestingDatabase implements AutoCloseable {

    private static final String OWNER = "testing_owner";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name;
    private final Database database;

    private TestingDatabase(String name) {
        this.name = name;
        this.database = Database.open(url(name), 4);
    }

    /** An empty database with the schema. */
    public static TestingDatabase create() {
        return copyOf(Server.TEMPLATE);
    }

    /** Another one with all that is in this, whose {@link #database()} must be closed before. */
    public TestingDatabase copy() {
        return copyOf(name);
    }

    private static TestingDatabase copyOf(String template) {
        String name = "testing_" + NUMBER.incrementAndGet();
        execute("create database " + name + " template " + template + " owner " + OWNER);
        return new TestingDatabase(name);
    }

    /** A database without any schema; returns its address. */
    public static DatabaseUrl createEmpty() {
        String name = "testing_" + NUMBER.incrementAndGet();
        execute("create database " + name + " owner " + OWNER);
        return url(name);
    }

    /** A database without any schema whose owner may not create roles and has none; returns its address. */
    public static DatabaseUrl createEmptyForWeakOwner() {
        String name = "testing_" + NUMBER.incrementAndGet();
        execute("create role " + name + " login");
        execute("create database " + name + " owner " + name);
        return DatabaseUrl.parse(url(name).toString().replace(OWNER, name));
    }

    public Database database() {
        return database;
    }

    public DatabaseUrl url() {
        return url(name);
    }

    public int port() {
        return Server.POSTGRES.getPort();
    }

    /** Statements as the owner of the tables, without a user. */
    public JdbcTemplate owner() {
        return new JdbcTemplate(source(url(name)));
    }

    /** Statements as somebody whom no grant, trigger or policy binds. */
    public JdbcTemplate superuser() {
        PGSimpleDataSource source = source(url(name));
        source.setUser("postgres");
        return new JdbcTemplate(source);
    }

    /** Statements as the application role, without a user. */
    public JdbcTemplate application() {
        return new JdbcTemplate(database.dataSource());
    }

    public static PGSimpleDataSource source(DatabaseUrl url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://" + url.address());
        source.setUser(url.user());
        return source;
    }

    @Override
    public void close() {
        database.close();
        execute("drop database " + name + " with (force)");
    }

    private static DatabaseUrl url(String name) {
        return DatabaseUrl.parse("postgresql://" + OWNER + "@localhost:" + Server.POSTGRES.getPort() + "/" + name);
    }

    private static void execute(String sql) {
        Server.execute(sql);
    }

    /** Started when first asked for. */
    private static final class Server {

        private static final String TEMPLATE = "testing_template";
        private static final EmbeddedPostgres POSTGRES = start();

        static {
            execute("create role " + OWNER + " login createrole");
            execute("create database " + TEMPLATE + " owner " + OWNER);
            Database.open(url(TEMPLATE), 1).close();
        }

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setPort(TestingPorts.next())
                        .setPGStartupWait(Patience.PATIENCE)
                        .setLocaleConfig("locale", "C")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void execute(String sql) {
            try (Connection connection = POSTGRES.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException("On the testing server: " + sql, e);
            }
        }
    }
}
