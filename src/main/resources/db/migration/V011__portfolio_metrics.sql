-- What a night computed of a portfolio: a function of the snapshot and of what its pack could see, so that a row never changes.
-- A figure that there is not is null, and "undefined" says why, by the name of its column.
create table portfolio_metrics (
    snapshot_id      bigint not null,
    portfolio_id     uuid not null,
    pricing_pack_id  text not null references pricing_pack,
    asof_date        date not null,
    from_date        date not null,
    observations     int not null check (observations > 0),
    total_value      numeric not null,
    risk_free_rate   double precision not null check (abs(risk_free_rate) < 'Infinity'),
    risk_free_source text not null,
    benchmark_id     text not null check (benchmark_id <> ''),
    undefined        jsonb not null check (jsonb_typeof(undefined) = 'object'),
    twr_1d                  double precision,
    twr_mtd                 double precision,
    twr_qtd                 double precision,
    twr_ytd                 double precision,
    twr_1y                  double precision,
    twr_3y                  double precision,
    twr_5y                  double precision,
    twr_inception           double precision,
    twr_3y_ann              double precision,
    twr_5y_ann              double precision,
    twr_inception_ann       double precision,
    mwr_ytd                 double precision,
    mwr_1y                  double precision,
    mwr_3y_ann              double precision,
    mwr_5y_ann              double precision,
    mwr_inception           double precision,
    mwr_inception_ann       double precision,
    volatility_30d          double precision,
    volatility_60d          double precision,
    volatility_90d          double precision,
    volatility_252d         double precision,
    downside_deviation_252d double precision,
    sharpe_ratio_30d        double precision,
    sharpe_ratio_60d        double precision,
    sharpe_ratio_90d        double precision,
    sharpe_ratio_252d       double precision,
    sortino_ratio_252d      double precision,
    max_drawdown_1y         double precision,
    max_drawdown_3y         double precision,
    max_drawdown_inception  double precision,
    current_drawdown        double precision,
    beta_252d               double precision,
    alpha_252d              double precision,
    tracking_error_252d     double precision,
    information_ratio_252d  double precision,
    correlation_252d        double precision,
    var_95_1d               double precision,
    var_95_10d              double precision,
    cvar_95_1d              double precision,
    primary key (snapshot_id, pricing_pack_id),
    foreign key (snapshot_id, portfolio_id) references ledger_snapshot (id, portfolio_id),
    -- NaN counts as greater than infinity
    check (abs(coalesce(twr_1d, 0) + coalesce(twr_mtd, 0) + coalesce(twr_qtd, 0) + coalesce(twr_ytd, 0)
               + coalesce(twr_1y, 0) + coalesce(twr_3y, 0) + coalesce(twr_5y, 0) + coalesce(twr_inception, 0)
               + coalesce(twr_3y_ann, 0) + coalesce(twr_5y_ann, 0) + coalesce(twr_inception_ann, 0) + coalesce(mwr_ytd, 0)
               + coalesce(mwr_1y, 0) + coalesce(mwr_3y_ann, 0) + coalesce(mwr_5y_ann, 0) + coalesce(mwr_inception, 0)
               + coalesce(mwr_inception_ann, 0) + coalesce(volatility_30d, 0) + coalesce(volatility_60d, 0) + coalesce(volatility_90d, 0)
               + coalesce(volatility_252d, 0) + coalesce(downside_deviation_252d, 0) + coalesce(sharpe_ratio_30d, 0) + coalesce(sharpe_ratio_60d, 0)
               + coalesce(sharpe_ratio_90d, 0) + coalesce(sharpe_ratio_252d, 0) + coalesce(sortino_ratio_252d, 0) + coalesce(max_drawdown_1y, 0)
               + coalesce(max_drawdown_3y, 0) + coalesce(max_drawdown_inception, 0) + coalesce(current_drawdown, 0) + coalesce(beta_252d, 0)
               + coalesce(alpha_252d, 0) + coalesce(tracking_error_252d, 0) + coalesce(information_ratio_252d, 0) + coalesce(correlation_252d, 0)
               + coalesce(var_95_1d, 0) + coalesce(var_95_10d, 0) + coalesce(cvar_95_1d, 0)) < 'Infinity')
);
create index portfolio_metrics_by_portfolio on portfolio_metrics (portfolio_id, asof_date desc);
call make_append_only('portfolio_metrics');
call belongs_to_portfolio('portfolio_metrics');
