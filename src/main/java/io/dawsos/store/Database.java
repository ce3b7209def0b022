package io.dawsos.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.dawsos.execution.AuditLog;
import io.dawsos.execution.ExecutionStore;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.ledger.LedgerSnapshots;
import io.dawsos.portfolio.PortfolioHistory;
import io.dawsos.portfolio.PortfolioHistoryStore;
import io.dawsos.portfolio.Portfolios;
import io.dawsos.portfolio.Securities;
import io.dawsos.portfolio.SecurityStore;
import io.dawsos.pricing.PackArchive;
import io.dawsos.pricing.PackStore;
import io.dawsos.pricing.PricingPacks;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * The PostgreSQL behind all ports: migrated when opened, then a pool whose connections work as {@code dawsos_app}, the role that owns
 * nothing and sees only the rows of the user named in its transaction.
 */
public final class Database implements AutoCloseable {

    private static final String BECOME_APPLICATION = "set role dawsos_app";

    private final HikariDataSource pool;
    private final Sql sql;
    private final SqlSecurities securities;

    private Database(HikariDataSource pool) {
        this.pool = pool;
        this.sql = new Sql(pool);
        this.securities = new SqlSecurities(sql);
    }

    /**
     * Migrates the database and opens the pool. Throws {@link IllegalStateException} with one sentence that names the migration or the
     * address, and the remedy.
     *
     * @param connections size of the pool
     */
    public static Database open(DatabaseUrl url, int connections) {
        Migrations.run(url);
        return new Database(new HikariDataSource(config(url, connections)));
    }

    private static HikariConfig config(DatabaseUrl url, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("database");
        config.setJdbcUrl(url.jdbc());
        config.setUsername(url.user());
        url.password().ifPresent(config::setPassword);
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
        config.setConnectionInitSql(BECOME_APPLICATION);
        config.setDataSourceProperties(driver());
        return config;
    }

    private static Properties driver() {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "dawsos");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("tcpKeepAlive", "true");
        return properties;
    }

    public PricingPacks pricingPacks() {
        return new SqlPricingPacks(sql);
    }

    public PackStore packStore() {
        return new SqlPackStore(sql);
    }

    public PackArchive packArchive() {
        return new SqlPackArchive(sql);
    }

    public PortfolioHistory portfolioHistory() {
        return new SqlPortfolioHistory(sql);
    }

    public PortfolioHistoryStore portfolioHistoryStore() {
        return new SqlPortfolioHistoryStore(sql);
    }

    public Portfolios portfolios() {
        return new SqlPortfolios(sql);
    }

    public Securities securities() {
        return securities;
    }

    public SecurityStore securityStore() {
        return securities;
    }

    public LedgerSnapshots ledgerSnapshots() {
        return new SqlLedgerSnapshots(sql);
    }

    public ExecutionStore executions() {
        return new SqlExecutionStore(sql);
    }

    public AuditLog auditLog() {
        return new SqlAuditLog(sql);
    }

    /** For camel-sql and the clustered scheduler; its connections are those of the application role. */
    public DataSource dataSource() {
        return pool;
    }

    /** One round trip; throws a failure when the database does not answer. */
    public void ping() {
        sql.query("select 1", (row, n) -> row.getInt(1));
    }

    /** What a client is told when the cause of {@code thrown} is that the database was not reached, by a route of camel-sql for instance. */
    public static Optional<Failure> outage(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessResourceFailureException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof TransientDataAccessException) {
                return Optional.of(unreachable());
            }
        }
        return Optional.empty();
    }

    static Failure unreachable() {
        return new Failure(FailureReason.SERVICE_UNAVAILABLE, "The database cannot be reached; try again in a moment");
    }

    @Override
    public void close() {
        pool.close();
    }
}
