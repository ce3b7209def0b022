-- A day may have several packs (restatements); a reader takes, of the packs that existed when its own was made, the newest.
create table portfolio_daily_values (
    snapshot_id     bigint not null,
    portfolio_id    uuid not null,
    asof_date       date not null,
    pack_sequence   bigint not null,
    pricing_pack_id text not null,
    total_value     numeric not null,
    cash_flows      numeric not null,
    wealth_index    double precision not null check (abs(wealth_index) < 'Infinity'),
    primary key (snapshot_id, asof_date, pack_sequence),
    foreign key (snapshot_id, portfolio_id) references ledger_snapshot (id, portfolio_id),
    foreign key (pricing_pack_id, pack_sequence) references pricing_pack (id, sequence)
);
create index portfolio_daily_values_by_portfolio on portfolio_daily_values (portfolio_id, asof_date desc);
call make_append_only('portfolio_daily_values');
call belongs_to_portfolio('portfolio_daily_values');

create table portfolio_daily_holdings (
    snapshot_id     bigint not null,
    portfolio_id    uuid not null,
    asof_date       date not null,
    pack_sequence   bigint not null,
    holding         text not null,
    cash            boolean not null,
    currency        text not null check (currency ~ '^[A-Z]{3}$'),
    weight          double precision not null,
    local_index     double precision not null,
    fx_index        double precision not null,
    local_sum       double precision not null,
    fx_sum          double precision not null,
    interaction_sum double precision not null,
    primary key (snapshot_id, asof_date, pack_sequence, holding),
    foreign key (snapshot_id, asof_date, pack_sequence)
        references portfolio_daily_values (snapshot_id, asof_date, pack_sequence),
    foreign key (snapshot_id, portfolio_id) references ledger_snapshot (id, portfolio_id),
    -- NaN counts as greater than infinity
    check (abs(weight + local_index + fx_index + local_sum + fx_sum + interaction_sum) < 'Infinity')
);
call make_append_only('portfolio_daily_holdings');
call belongs_to_portfolio('portfolio_daily_holdings');
