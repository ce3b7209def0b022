package io.dawsos.store;

import io.dawsos.portfolio.PortfolioScope;
import java.util.List;

/**
 * The statements of {@link SqlPortfolioHistory}. A day with several packs is read from the newest pack that existed when the scope's own
 * was made: what is stored later never changes what a scope reads.
 */
final class HistorySql {

    private static final String SNAPSHOT =
            "(select id from ledger_snapshot where portfolio_id = ? and commit_hash = ?)";
    private static final String OF_SCOPE = " from ledger_snapshot s cross join pricing_pack p"
            + " where s.portfolio_id = ? and s.commit_hash = ? and p.id = ?";
    /** Names the scope for what follows; takes {@link #scope}. */
    static final String WITH_SCOPE = "with scope as materialized (select s.id, p.sequence, p.date" + OF_SCOPE + ")";

    /** Conditions on {@code portfolio_daily_values d}, and the order in which the first row of each day is the one to read. */
    static final String VISIBLE =
            " d.snapshot_id = (select id from scope) and d.pack_sequence <= (select sequence from scope)"
                    + " and d.asof_date <= (select date from scope)";

    static final String OLDEST_FIRST = " order by d.asof_date, d.pack_sequence desc";
    static final String NEWEST_FIRST = " order by d.asof_date desc, d.pack_sequence desc";
    private static final String VALUE =
            " select distinct on (d.asof_date) d.asof_date, d.pricing_pack_id, d.total_value, d.cash_flows"
                    + " from portfolio_daily_values d where" + VISIBLE;
    private static final String DAY = "(select d.snapshot_id, d.asof_date, d.pack_sequence, d.wealth_index"
            + " from portfolio_daily_values d where" + VISIBLE;
    private static final String ROWS_OF_EDGES =
            " select e.start, e.asof_date, e.wealth_index, h.holding, h.cash, h.currency, h.weight,"
                    + " h.local_index, h.fx_index, h.local_sum, h.fx_sum, h.interaction_sum"
                    + " from (select true as start, first_day.* from first_day union all select false, last_day.* from last_day) e"
                    + " left join portfolio_daily_holdings h using (snapshot_id, asof_date, pack_sequence)"
                    + " order by e.start desc, h.holding collate \"C\"";

    /** Takes {@link #scope}. */
    static final String EXISTS = "select s.id" + OF_SCOPE + ";";

    /** Takes portfolio, commit and the day twice, all of it twice, then the pack twice. */
    static final String HOLDINGS = "select lot, symbol, acquired, quantity, unit_cost, currency, fx_rate from lots"
            + " where snapshot_id = " + SNAPSHOT + " and valid_from <= ? and (valid_until is null or valid_until > ?)"
            + " order by symbol collate \"C\", lot;"
            + "select currency, amount from cash_balances"
            + " where snapshot_id = " + SNAPSHOT
            + " and valid_from <= ? and (valid_until is null or valid_until > ?) and amount <> 0"
            + " order by currency collate \"C\";"
            + "select " + PackRows.PRICE_COLUMNS + " from prices where pack_id = ?;"
            + "select " + PackRows.QUOTE_COLUMNS + " from fx_rates where pack_id = ?";

    /** Takes {@link #scope}, from, to. */
    static final String VALUES = WITH_SCOPE + VALUE + " and d.asof_date between ? and ?" + OLDEST_FIRST;

    /** Takes {@link #scope} and the number of days; newest first. */
    static final String LAST_VALUES = WITH_SCOPE + VALUE + NEWEST_FIRST + " limit ?";

    /** Takes {@link #scope}, from, to. */
    static final String ATTRIBUTION = WITH_SCOPE
            + ", bounds as (select ?::date as from_day, ?::date as to_day)"
            + ", oldest as (select min(d.asof_date) as day from portfolio_daily_values d where" + VISIBLE + ")"
            + ", first_day as " + DAY
            + " and d.asof_date <= (select greatest(from_day, oldest.day) from bounds, oldest)" + NEWEST_FIRST
            + " limit 1)"
            + ", last_day as " + DAY + " and d.asof_date <= (select to_day from bounds)" + NEWEST_FIRST + " limit 1)"
            + ROWS_OF_EDGES;

    /** Takes {@link #scope} and the number of days. */
    static final String LAST_ATTRIBUTION = WITH_SCOPE
            + ", days as (select distinct on (d.asof_date) d.snapshot_id, d.asof_date, d.pack_sequence, d.wealth_index"
            + " from portfolio_daily_values d where" + VISIBLE + NEWEST_FIRST + " limit ? + 1)"
            + ", first_day as (select * from days order by asof_date limit 1)"
            + ", last_day as (select * from days order by asof_date desc limit 1)"
            + ROWS_OF_EDGES;

    private HistorySql() {}

    static List<Object> scope(PortfolioScope scope) {
        return List.of(scope.portfolioId(), scope.ledgerCommit(), scope.pack().toString());
    }
}
