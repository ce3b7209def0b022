-- What funds that portfolios are measured against returned from the close before a pack's day to its close, for investors of each base currency.
create table benchmark_returns (
    pack_id       text not null references pricing_pack,
    benchmark_id  text not null references securities,
    base_currency text not null check (base_currency ~ '^[A-Z]{3}$'),
    asof_date     date not null,
    local_return  double precision not null,
    fx_return     double precision not null,
    unhedged      double precision not null,
    hedged        double precision not null,
    primary key (pack_id, benchmark_id, base_currency),
    check (abs(local_return + fx_return + unhedged + hedged) < 'Infinity')
);
call make_append_only('benchmark_returns');
