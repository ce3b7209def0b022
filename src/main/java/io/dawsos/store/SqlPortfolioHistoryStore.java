package io.dawsos.store;

import io.dawsos.ledger.LedgerBook;
import io.dawsos.portfolio.DailyValue;
import io.dawsos.portfolio.HistoryDay;
import io.dawsos.portfolio.HoldingDay;
import io.dawsos.portfolio.Portfolio;
import io.dawsos.portfolio.PortfolioHistoryStore;
import io.dawsos.portfolio.Portfolios;
import io.dawsos.store.TenantQuery.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Daily values and holdings, each day under the vintage of what was known when it was computed. */
final class SqlPortfolioHistoryStore implements PortfolioHistoryStore {

    private static final String SNAPSHOT =
            "select s.id, p.vintage, p.asof_date from ledger_snapshot s left join lateral"
                    + " (select d.vintage, d.asof_date from portfolio_daily_values d where d.snapshot_id = s.id"
                    + " order by d.vintage desc, d.asof_date desc limit 1) p on true where s.portfolio_id = ? and ";
    private static final String AT_COMMIT = SNAPSHOT + "s.commit_hash = ?";
    private static final String CURRENT = SNAPSHOT
            + "s.id = (select a.snapshot_id from ledger_adoption a where a.portfolio_id = ? order by a.sequence desc limit 1)";

    /** Takes the portfolio. */
    private static final String STANDING =
            "select " + SqlPortfolios.COLUMNS + ", s.commit_hash, s.id, d.vintage, d.asof_date"
                    + " from portfolios p left join lateral (select a.snapshot_id from ledger_adoption a where a.portfolio_id = p.id"
                    + " order by a.sequence desc limit 1) a on true left join ledger_snapshot s on s.id = a.snapshot_id"
                    + " left join lateral (select d.vintage, d.asof_date from portfolio_daily_values d where d.snapshot_id = s.id"
                    + " order by d.vintage desc, d.asof_date desc limit 1) d on true where p.id = ?";

    /** Of each day the newest vintage; of the days the last with a value. */
    private static final String LAST_VALUED =
            "select day.asof_date, day.pricing_pack_id, day.total_value, day.cash_flows,"
                    + " day.wealth_index, h.holding, h.cash, h.currency, h.weight,"
                    + " h.local_index, h.fx_index, h.local_sum, h.fx_sum, h.interaction_sum"
                    + " from (select * from (select distinct on (d.asof_date) d.* from portfolio_daily_values d"
                    + " where d.snapshot_id = ? and d.asof_date < ? order by d.asof_date desc, d.vintage desc) newest"
                    + " where total_value is not null order by asof_date desc limit 1) day"
                    + " left join portfolio_daily_holdings h using (snapshot_id, asof_date, vintage)";

    private record Found(long number, Optional<Progress> progress) {
        Snapshot of(UUID userId, UUID portfolioId) {
            return new Snapshot(userId, portfolioId, number, progress);
        }
    }

    private record Row(DailyValue value, double wealth, Optional<HoldingDay> holding) {}

    private final Sql sql;

    SqlPortfolioHistoryStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<LocalDate> lastDay(UUID userId, UUID portfolioId, String commit) {
        String last =
                "select max(d.asof_date) from portfolio_daily_values d join ledger_snapshot s on s.id = d.snapshot_id"
                        + " where s.portfolio_id = ? and s.commit_hash = ?";
        return sql.read(
                userId,
                last,
                answers -> answers.list(row -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                        .get(0),
                portfolioId,
                commit);
    }

    @Override
    public List<Standing> standings(List<Portfolios.Owned> portfolios) {
        List<Tenant> tenants = portfolios.stream()
                .map(owned -> new Tenant(owned.userId(), List.of(owned.portfolioId())))
                .toList();
        return sql.readEach(tenants, STANDING, answers -> answers.list(SqlPortfolioHistoryStore::standing)).stream()
                .flatMap(List::stream)
                .toList();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        Portfolio portfolio = SqlPortfolios.portfolio(row);
        String commit = row.getString(6);
        if (commit == null) {
            return new Standing(portfolio, Optional.empty());
        }
        Snapshot snapshot = found(row, 7).of(portfolio.userId(), portfolio.id());
        return new Standing(portfolio, Optional.of(new Current(commit, snapshot)));
    }

    @Override
    public List<Snapshot> snapshots(List<Portfolios.Owned> portfolios, String commit) {
        return found(portfolios, AT_COMMIT, owned -> commit);
    }

    @Override
    public List<Snapshot> current(List<Portfolios.Owned> portfolios) {
        return found(portfolios, CURRENT, Portfolios.Owned::portfolioId);
    }

    private List<Snapshot> found(
            List<Portfolios.Owned> portfolios, String statement, Function<Portfolios.Owned, Object> second) {
        List<Tenant> tenants = portfolios.stream()
                .map(owned -> new Tenant(owned.userId(), List.of(owned.portfolioId(), second.apply(owned))))
                .toList();
        List<Optional<Found>> found =
                sql.readEach(tenants, statement, answers -> first(answers.list(row -> found(row, 1))));
        List<Snapshot> snapshots = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Portfolios.Owned owned = portfolios.get(i);
            found.get(i).ifPresent(one -> snapshots.add(one.of(owned.userId(), owned.portfolioId())));
        }
        return snapshots;
    }

    private static <T> Optional<T> first(List<T> rows) {
        return rows.stream().findFirst();
    }

    /** Three columns from {@code first} on. */
    private static Found found(ResultSet row, int first) throws SQLException {
        Optional<LocalDate> day = Optional.ofNullable(row.getObject(first + 2, LocalDate.class));
        long vintage = row.getLong(first + 1);
        return new Found(row.getLong(first), day.map(last -> new Progress(vintage, last)));
    }

    @Override
    public List<Optional<HistoryDay>> lastValued(List<Snapshot> snapshots, LocalDate day) {
        List<Tenant> tenants = snapshots.stream()
                .map(snapshot -> new Tenant(snapshot.userId(), List.of(snapshot.number(), day)))
                .toList();
        return sql.readEach(tenants, LAST_VALUED, answers -> day(answers.list(SqlPortfolioHistoryStore::row)));
    }

    private static Row row(ResultSet row) throws SQLException {
        DailyValue value = HistoryRows.value(row);
        return new Row(value, row.getDouble(5), HistoryRows.holding(row, value.date(), 6));
    }

    private static Optional<HistoryDay> day(List<Row> rows) {
        return first(rows)
                .map(any -> new HistoryDay(
                        any.value(),
                        any.wealth(),
                        rows.stream().flatMap(row -> row.holding().stream()).toList()));
    }

    @Override
    public List<LedgerBook> ledgers(List<LedgerSpan> spans) {
        return LedgerSpans.read(sql, spans);
    }

    @Override
    public void add(List<Added> added) {
        List<Tenant> tenants = added.stream()
                .filter(one -> !one.rows().isEmpty())
                .map(one -> new Tenant(one.snapshot().userId(), HistoryTables.arguments(one)))
                .toList();
        sql.writeEach(tenants, HistoryTables.INSERT);
    }
}
