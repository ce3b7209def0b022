package io.dawsos.store;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Statements against the pool. What belongs to a user is read and written through {@link #read}, {@link #write} and {@link #transaction};
 * the others see shared tables only, for without a user row level security shows nothing else.
 */
final class Sql {

    private static final Logger LOG = LoggerFactory.getLogger(Sql.class);
    private static final String SET_USER = "select set_config('app.user_id', ?, true)";

    private final JdbcTemplate template;
    private final TransactionTemplate transactions;
    private final TenantQuery tenantQuery;
    /** Whether the last statement did not reach the database. */
    private final AtomicBoolean down = new AtomicBoolean();

    Sql(DataSource source) {
        template = new JdbcTemplate(source);
        transactions = new TransactionTemplate(new JdbcTransactionManager(source));
        tenantQuery = new TenantQuery(source, template.getExceptionTranslator());
    }

    /** One statement on shared tables. */
    <T> List<T> query(String statement, RowMapper<T> row, Object... arguments) {
        return reached(() -> template.query(statement, row, arguments));
    }

    /** Several statements on shared tables, in one round trip. */
    <T> T readShared(String statements, TenantQuery.Decoder<T> decoder, Object... arguments) {
        return reached(() -> tenantQuery.read(statements, decoder, arguments));
    }

    /** What this user may see: several statements, one snapshot, one round trip. */
    <T> T read(UUID user, String statements, TenantQuery.Decoder<T> decoder, Object... arguments) {
        return reached(() -> tenantQuery.read(user, statements, decoder, arguments));
    }

    /** One change on behalf of this user, committed, in one round trip. */
    void write(UUID user, String statement, Object... arguments) {
        reached(() -> {
            tenantQuery.write(user, statement, arguments);
            return true;
        });
    }

    /** Changes on behalf of several users, all or none, in one round trip. */
    void write(List<TenantQuery.Change> changes) {
        reached(() -> {
            tenantQuery.write(changes);
            return true;
        });
    }

    /** What several users may see, each his own: one round trip for all. */
    <T> List<T> readEach(List<TenantQuery.Tenant> tenants, String statements, TenantQuery.Decoder<T> decoder) {
        return tenants.isEmpty() ? List.of() : reached(() -> tenantQuery.readEach(tenants, statements, decoder));
    }

    /** The same changes on behalf of several users, all or none, committed, in one round trip. */
    void writeEach(List<TenantQuery.Tenant> tenants, String statements) {
        if (!tenants.isEmpty()) {
            reached(() -> {
                tenantQuery.writeEach(tenants, statements);
                return true;
            });
        }
    }

    /** The same with what each change returned, in the order of the tenants. */
    <T> List<T> changeEach(List<TenantQuery.Tenant> tenants, String statements, TenantQuery.Decoder<T> decoder) {
        return tenants.isEmpty() ? List.of() : reached(() -> tenantQuery.changeEach(tenants, statements, decoder));
    }

    /** Until the end of the transaction that {@code jdbc} is in, or until another is set. */
    static void setUser(JdbcTemplate jdbc, UUID user) {
        jdbc.query(SET_USER, row -> {}, user.toString());
    }

    /** Several statements that depend on each other, all or none, on behalf of this user. */
    <T> T transaction(UUID user, Function<JdbcTemplate, T> work) {
        return transaction(jdbc -> {
            setUser(jdbc, user);
            return work.apply(jdbc);
        });
    }

    /** The same on shared tables. */
    <T> T transaction(Function<JdbcTemplate, T> work) {
        return reached(() -> transactions.execute(status -> work.apply(template)));
    }

    private <T> T reached(Supplier<T> work) {
        try {
            T result = work.get();
            if (down.get() && down.compareAndSet(true, false)) {
                LOG.info("The database is reached again");
            }
            return result;
        } catch (NestedRuntimeException e) {
            if (!Database.isOutage(e)) {
                throw e;
            }
            // the cause stays here, once an outage: a client must learn neither address nor statement
            if (down.compareAndSet(false, true)) {
                LOG.error("The database cannot be reached", e);
            }
            throw Database.unreachable();
        }
    }
}
