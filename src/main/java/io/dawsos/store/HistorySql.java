package io.dawsos.store;

import io.dawsos.portfolio.PortfolioScope;
import java.util.List;

/**
 * The statements of {@link SqlPortfolioHistory}. Of each day the row of the highest vintage is read that is not above the pack of the scope: what
 * is stored later never changes what a scope reads.
 */
final class HistorySql {

    private static final String SNAPSHOT =
            "(select id from ledger_snapshot where portfolio_id = ? and commit_hash = ?)";
    private static final String OF_SCOPE = " from ledger_snapshot s cross join pricing_pack p"
            + " where s.portfolio_id = ? and s.commit_hash = ? and p.id = ?";
    /** Names the scope for what follows; takes {@link #scope}. */
    static final String WITH_SCOPE = "with scope as materialized (select s.id, p.sequence, p.date" + OF_SCOPE + ")";

    /** Conditions on {@code portfolio_daily_values d}, and the order in which the first row of each day is the one to read. */
    private static final String VISIBLE =
            " d.snapshot_id = (select id from scope) and d.vintage <= (select sequence from scope)"
                    + " and d.asof_date <= (select date from scope)";

    /** The days up to that of the scope, each as known to it; quals on the day reach the index. */
    static final String DAYS =
            "select distinct on (d.asof_date) d.asof_date, d.pricing_pack_id, d.total_value, d.cash_flows,"
                    + " d.missing, d.snapshot_id, d.vintage, d.wealth_index from portfolio_daily_values d where"
                    + VISIBLE;

    static final String OLDEST_FIRST = " order by d.asof_date, d.vintage desc";
    static final String NEWEST_FIRST = " order by d.asof_date desc, d.vintage desc";

    /** Unvalued days are numbered as the valued day after them, the newest ones 0. */
    private static final String COUNTED =
            "(select v.*, count(v.total_value) over (order by v.asof_date desc) as nth from (" + DAYS + NEWEST_FIRST
                    + ") v)";

    private static final String ROWS_OF_EDGES =
            " select e.asof_date, e.pricing_pack_id, e.missing, e.start, e.wealth_index, h.holding, h.cash, h.currency,"
                    + " h.weight, h.local_index, h.fx_index, h.local_sum, h.fx_sum, h.interaction_sum"
                    + " from (select true as start, first_day.* from first_day union all select false, last_day.* from last_day) e"
                    + " left join portfolio_daily_holdings h using (snapshot_id, asof_date, vintage)"
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
    static final String VALUES = WITH_SCOPE + " " + DAYS + " and d.asof_date between ? and ?" + OLDEST_FIRST;

    /** Takes {@link #scope} and the number of valued days; newest first. */
    static final String LAST_VALUES =
            WITH_SCOPE + " select * from " + COUNTED + " counted where nth <= ? order by asof_date desc";

    /** Takes {@link #scope}, from, to. The first valued day stands in for one at or before from. */
    static final String ATTRIBUTION = WITH_SCOPE
            + ", bounds as (select ?::date as from_day, ?::date as to_day)"
            + ", days as not materialized (" + DAYS + NEWEST_FIRST + ")"
            + ", at_from as (select * from days where asof_date <= (select from_day from bounds) and missing is null"
            + " order by asof_date desc limit 1)"
            + ", oldest as (select * from (" + DAYS + OLDEST_FIRST + ") days where missing is null"
            + " and not exists (select from at_from) order by asof_date limit 1)"
            + ", first_day as (select * from at_from union all select * from oldest)"
            + ", last_day as (select * from days where asof_date <= (select to_day from bounds)"
            + " order by asof_date desc limit 1)"
            + ROWS_OF_EDGES;

    /** Takes {@link #scope} and the number of days. */
    static final String LAST_ATTRIBUTION = WITH_SCOPE
            + ", days as (select * from " + COUNTED + " counted where nth <= ? + 1)"
            + ", first_day as (select * from days where missing is null order by asof_date limit 1)"
            + ", last_day as (select * from days order by asof_date desc limit 1)"
            + ROWS_OF_EDGES;

    private HistorySql() {}

    static List<Object> scope(PortfolioScope scope) {
        return List.of(scope.portfolioId(), scope.ledgerCommit(), scope.pack().toString());
    }
}
