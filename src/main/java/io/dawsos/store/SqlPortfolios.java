package io.dawsos.store;

import io.dawsos.portfolio.Portfolio;
import io.dawsos.portfolio.Portfolios;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;

/** Portfolios, each visible to its owner. */
final class SqlPortfolios implements Portfolios {

    static final String COLUMNS = "p.id, p.user_id, p.name, p.base_currency, p.ledger_path";
    private static final String COMMIT =
            "(select s.commit_hash from ledger_adoption a join ledger_snapshot s on s.id = a.snapshot_id"
                    + " where a.portfolio_id = p.id order by a.sequence desc limit 1)";
    private static final String OPEN = "select " + COLUMNS + ", " + COMMIT + " from portfolios p";
    private static final String OPEN_NAMED = OPEN + " where p.id = ?";
    private static final String OPEN_OWN = OPEN + " order by p.name collate \"C\" limit 2";
    private static final String AND_PACK = ";" + SqlPricingPacks.NEWEST_AT_OR_BEFORE;
    /** No pack is dated after it: packs are named by four digits of a year. */
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final Sql sql;

    SqlPortfolios(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Opened> open(UUID userId, Optional<UUID> portfolioId) {
        return portfolioId
                .map(id -> sql.read(userId, OPEN_NAMED, SqlPortfolios::opened, id))
                .orElseGet(() -> sql.read(userId, OPEN_OWN, SqlPortfolios::opened));
    }

    @Override
    public Beginning begin(UUID userId, Optional<UUID> portfolioId, Optional<LocalDate> day) {
        LocalDate latest = day.orElse(LAST_DAY);
        return portfolioId
                .map(id -> sql.read(userId, OPEN_NAMED + AND_PACK, SqlPortfolios::beginning, id, latest))
                .orElseGet(() -> sql.read(userId, OPEN_OWN + AND_PACK, SqlPortfolios::beginning, latest));
    }

    private static Beginning beginning(TenantQuery.Answers answers) throws SQLException {
        return new Beginning(
                opened(answers), answers.list(PackRows::pack).stream().findFirst());
    }

    private static List<Opened> opened(TenantQuery.Answers answers) throws SQLException {
        return answers.list(row -> new Opened(portfolio(row), Optional.ofNullable(row.getString(6))));
    }

    @Override
    public Optional<Portfolio> find(UUID userId, UUID id) {
        String one = "select " + COLUMNS + " from portfolios p where p.id = ?";
        return sql.read(userId, one, answers -> answers.list(SqlPortfolios::portfolio), id).stream()
                .findFirst();
    }

    @Override
    public List<Portfolio> of(UUID userId) {
        String all = "select " + COLUMNS + " from portfolios p order by p.name collate \"C\"";
        return sql.read(userId, all, answers -> answers.list(SqlPortfolios::portfolio));
    }

    @Override
    public void register(Portfolio portfolio) {
        sql.transaction(portfolio.userId(), jdbc -> {
            jdbc.update("insert into users (id) values (?) on conflict (id) do nothing", portfolio.userId());
            return jdbc.update(
                    "insert into portfolios (id, user_id, name, base_currency, ledger_path) values (?, ?, ?, ?, ?)"
                            + " on conflict (id) do nothing",
                    portfolio.id(),
                    portfolio.userId(),
                    portfolio.name(),
                    portfolio.base().getCurrencyCode(),
                    portfolio.ledgerPath());
        });
    }

    @Override
    public boolean rename(UUID userId, UUID id, String name) {
        try {
            sql.transaction(userId, jdbc -> jdbc.update("update portfolios set name = ? where id = ?", name, id));
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    @Override
    public List<Owned> owned() {
        return sql.query(
                "select portfolio_id, user_id from portfolio_owners()",
                (row, n) -> new Owned(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
    }

    /** The first five columns, which are {@link #COLUMNS}. */
    static Portfolio portfolio(ResultSet row) throws SQLException {
        return new Portfolio(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                Currency.getInstance(row.getString(4)),
                row.getString(5));
    }
}
