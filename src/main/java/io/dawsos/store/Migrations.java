package io.dawsos.store;

import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Brings the schema up to date as the owner, or says in one sentence why not. */
final class Migrations {

    static final String LOCATION = "classpath:db/migration";

    private Migrations() {}

    static void run(DatabaseUrl url) {
        run(url, LOCATION);
    }

    static void run(DatabaseUrl url, String location) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url.jdbc());
        source.setUser(url.user());
        url.password().ifPresent(source::setPassword);
        try {
            source.setConnectTimeout(5);
            source.getConnection().close();
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The database " + url + " cannot be reached: " + oneLine(e.getMessage())
                            + "; start it, or correct DATABASE_URL",
                    e);
        }
        migrate(source, url, location);
    }

    private static void migrate(PGSimpleDataSource source, DatabaseUrl url, String location) {
        Failed failed = new Failed();
        try {
            Flyway.configure()
                    .dataSource(source)
                    .locations(location)
                    .callbacks(failed)
                    .load()
                    .migrate();
        } catch (FlywayValidateException e) {
            throw new IllegalStateException(
                    "The migrations of this program are not those that made the database " + url + ": "
                            + oneLine(e.getMessage()) + "; restore the released files, or use another database",
                    e);
        } catch (FlywayException e) {
            String migration = failed.script == null ? "A migration" : "Migration " + failed.script;
            throw new IllegalStateException(
                    migration + " failed on the database " + url + ": " + cause(e)
                            + "; nothing of it was kept, so mend the cause and start again",
                    e);
        }
    }

    private static String cause(FlywayException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException sql) {
                ServerErrorMessage server = sql.getServerErrorMessage();
                Optional<String> hint = Optional.ofNullable(server).map(ServerErrorMessage::getHint);
                return oneLine(sql.getMessage())
                        + hint.map(text -> " (" + text + ")").orElse("");
            }
        }
        return oneLine(failure.getMessage());
    }

    private static String oneLine(@Nullable String message) {
        return String.valueOf(message).strip().replaceAll("\\s*\\R\\s*", ", ");
    }

    /** Remembers which migration failed: Flyway's own message has it only inside a paragraph. */
    private static final class Failed implements Callback {

        private @Nullable String script;

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.AFTER_EACH_MIGRATE_ERROR;
        }

        @Override
        public boolean canHandleInTransaction(Event event, Context context) {
            return true;
        }

        @Override
        public void handle(Event event, Context context) {
            if (context.getMigrationInfo() != null) {
                script = context.getMigrationInfo().getScript();
            }
        }

        @Override
        public String getCallbackName() {
            return "failed";
        }
    }
}
