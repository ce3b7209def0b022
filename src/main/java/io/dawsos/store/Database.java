package io.dawsos.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.dawsos.execution.AuditLog;
import io.dawsos.execution.ExecutionStore;
import io.dawsos.failure.Failure;
import io.dawsos.health.HealthSource;
import io.dawsos.ledger.LedgerSnapshots;
import io.dawsos.ledger.WriterLock;
import io.dawsos.metrics.PortfolioMetrics;
import io.dawsos.nightly.NightRuns;
import io.dawsos.nightly.Reconciliations;
import io.dawsos.portfolio.LedgerRecords;
import io.dawsos.portfolio.PortfolioHistory;
import io.dawsos.portfolio.PortfolioHistoryStore;
import io.dawsos.portfolio.Portfolios;
import io.dawsos.portfolio.Securities;
import io.dawsos.portfolio.SecurityStore;
import io.dawsos.portfolio.explain.CorporateActionStore;
import io.dawsos.portfolio.explain.Explanations;
import io.dawsos.portfolio.explain.PackVersions;
import io.dawsos.pricing.PackArchive;
import io.dawsos.pricing.PackBooks;
import io.dawsos.pricing.PackIndicators;
import io.dawsos.pricing.PackStore;
import io.dawsos.pricing.PriceHistory;
import io.dawsos.pricing.PricingPacks;
import io.dawsos.rights.AuditKey;
import io.dawsos.rights.ExportAudit;
import io.dawsos.rights.HeadFile;
import io.dawsos.symbol.SymbolStore;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * The PostgreSQL behind all ports: migrated when opened, then a pool whose connections work as {@code dawsos_app}, the role that owns
 * nothing and sees only the rows of the user named in its transaction.
 */
public final class Database implements AutoCloseable {

    private static final String BECOME_APPLICATION = "set role dawsos_app";

    private final HikariDataSource pool;
    private final Sql sql;
    private final SqlSecurities securities;
    private final SqlPackIndicators indicators;
    private final PGSimpleDataSource locks;

    private Database(HikariDataSource pool, PGSimpleDataSource locks) {
        this.pool = pool;
        this.locks = locks;
        this.sql = new Sql(pool);
        this.securities = new SqlSecurities(sql);
        this.indicators = new SqlPackIndicators(sql);
    }

    /**
     * Migrates the database and opens the pool. Throws {@link IllegalStateException} with one sentence that names the migration or the
     * address, and the remedy.
     *
     * @param connections size of the pool
     */
    public static Database open(DatabaseUrl url, int connections) {
        Migrations.run(url);
        return new Database(new HikariDataSource(config(url, connections)), unpooled(url));
    }

    /** For what holds a connection longer than a moment. */
    private static PGSimpleDataSource unpooled(DatabaseUrl url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url.jdbc());
        source.setUser(url.user());
        url.password().ifPresent(source::setPassword);
        source.setConnectTimeout(5);
        source.setTcpKeepAlive(true);
        return source;
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

    public PackArchive packArchive() {
        return new SqlPackArchive(sql);
    }

    public PackStore packStore() {
        return new SqlPackStore(sql);
    }

    public PackBooks packBooks() {
        return new SqlPackBooks(sql);
    }

    public PortfolioHistory portfolioHistory() {
        return new SqlPortfolioHistory(sql);
    }

    public PortfolioHistoryStore portfolioHistoryStore() {
        return new SqlPortfolioHistoryStore(sql);
    }

    public PriceHistory priceHistory() {
        return new SqlPriceHistory(sql);
    }

    public PackIndicators packIndicators() {
        return indicators;
    }

    public PortfolioMetrics portfolioMetrics() {
        return new SqlPortfolioMetrics(sql);
    }

    public Explanations explanations() {
        SqlPackSeries series = new SqlPackSeries(sql);
        return new Explanations(new SqlLedgerFacts(sql), series, series, new SqlCorporateActions(sql));
    }

    public CorporateActionStore corporateActionStore() {
        return new SqlCorporateActions(sql);
    }

    public PackVersions packVersions() {
        return new SqlPackVersions(sql);
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

    public LedgerRecords ledgerRecords() {
        return new SqlLedgerRecords(sql);
    }

    /** To be asked for once a process: it is what its writers wait at. */
    public WriterLock writerLock() {
        return new SqlWriterLock(pool);
    }

    public SymbolStore symbols() {
        return new SqlSymbolStore(sql);
    }

    public HealthSource dataHealth() {
        return new SqlHealthSource(sql);
    }

    public ExecutionStore executions() {
        return new SqlExecutionStore(sql);
    }

    public AuditLog auditLog() {
        return new SqlAuditLog(sql);
    }

    /** The audit of exports; {@code heads} is of the data folder of this process, which nobody else may write. */
    public ExportAudit exportAudit(AuditKey key, HeadFile heads) {
        return new SqlExportAudit(sql, key, heads);
    }

    public NightRuns nightRuns() {
        return new SqlNightRuns(sql, locks);
    }

    public Reconciliations reconciliations() {
        return new SqlReconciliations(sql);
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
            if (isOutage(cause)) {
                return Optional.of(unreachable());
            }
        }
        return Optional.empty();
    }

    /** Whether this, and not a cause of it, says that the database was not reached. */
    static boolean isOutage(Throwable thrown) {
        return thrown instanceof DataAccessResourceFailureException
                || thrown instanceof CannotCreateTransactionException
                || thrown instanceof TransientDataAccessException
                || thrown instanceof TransactionSystemException; // a lost connection can neither commit nor roll back
    }

    static Failure unreachable() {
        return Failure.unavailable("The database cannot be reached; try again in a moment");
    }

    @Override
    public void close() {
        pool.close();
    }
}
