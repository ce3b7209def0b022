package io.dawsos.store;

/** The statements of {@link SqlHealthSource}; each begins with the caller's portfolios and the newest pack. */
final class HealthSql {

    private static final String MINE = "with mine as materialized (select p.id, p.name, p.base_currency,"
            + " (select a.snapshot_id from ledger_adoption a where a.portfolio_id = p.id order by a.sequence desc limit 1) as snapshot"
            + " from portfolios p where ? = '' or p.id = nullif(?, '')::uuid)";
    private static final String PACK = "(select id, date from v_pricing_pack where superseded_by is null"
            + " order by date desc, sequence desc limit 1)";
    private static final String HELD_THEN =
            " and h.valid_from <= k.date and (h.valid_until is null or h.valid_until > k.date)";

    /** Takes the portfolio, or '', twice. */
    static final String PORTFOLIOS = MINE
            + " select m.id, m.name, m.base_currency, m.snapshot is not null,"
            + " (select min(t.date) from transactions t where t.snapshot_id = m.snapshot),"
            + " (select min(v.asof_date) from portfolio_daily_values v where v.snapshot_id = m.snapshot)"
            + " from mine m order by m.name collate \"C\", m.id";

    static final String NEWEST = "select id, status, reconciliation_passed, error_message from v_pricing_pack"
            + " where superseded_by is null order by date desc, sequence desc limit 1";

    static final String QUARANTINED = "select q.id, q.symbol, q.row_date, q.reason, q.detail from pack_quarantine q"
            + " where q.pack_id = (select k.id from " + PACK + " k)"
            + " and not exists (select from pack_acceptance a where a.quarantine_id = q.id)"
            + " order by q.symbol collate \"C\", q.id";

    static final String GAPS = "select g.before, g.date from (select date, lag(date) over (order by date) as before"
            + " from v_pricing_pack where superseded_by is null) g where g.date - g.before > 2 order by g.date";

    /** Takes the portfolio twice. */
    static final String SECURITIES = MINE + ", k as " + PACK
            + " select distinct m.id, h.symbol collate \"C\", coalesce(p.currency, s.currency), p.asof_date"
            + " from mine m cross join k join lots h on h.snapshot_id = m.snapshot" + HELD_THEN
            + " join securities s on s.symbol = h.symbol left join prices p on p.pack_id = k.id and p.symbol = h.symbol"
            + " order by 2, 1";

    /** Takes the portfolio twice. */
    static final String CASH = MINE + ", k as " + PACK
            + " select m.id, h.currency from mine m cross join k join cash_balances h on h.snapshot_id = m.snapshot"
            + HELD_THEN
            + " and h.amount <> 0 order by h.currency collate \"C\", m.id";

    static final String QUOTES =
            "select " + PackRows.QUOTE_COLUMNS + " from fx_rates where pack_id = (select k.id from " + PACK + " k)";

    /** Takes the portfolio twice. */
    static final String MISSING_DAYS = MINE
            + " select m.id, min(k.date), max(k.date), count(*) from mine m"
            + " join v_pricing_pack k on k.superseded_by is null and k.date >="
            + " (select min(v.asof_date) from portfolio_daily_values v where v.snapshot_id = m.snapshot)"
            + " where (select v.total_value from portfolio_daily_values v where v.snapshot_id = m.snapshot"
            + " and v.asof_date = k.date order by v.vintage desc limit 1) is null"
            + " group by m.id, m.name order by m.name collate \"C\", m.id";

    static final String ALL =
            String.join(";", PORTFOLIOS, NEWEST, QUARANTINED, GAPS, SECURITIES, CASH, QUOTES, MISSING_DAYS);

    private HealthSql() {}
}
