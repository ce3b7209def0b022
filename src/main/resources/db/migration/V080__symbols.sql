-- What a provider says of one of our symbols, from a day on until a later fact of the same provider. Identifiers are checked before they come
-- here; the forms are repeated so that nothing else gets in.
create table symbol_mapping (
    id              bigint generated always as identity primary key,
    symbol          text not null references securities,
    provider        text not null check (provider <> ''),
    provider_symbol text not null check (provider_symbol <> ''),
    figi            text check (figi ~ '^[B-Z]{2}G[0-9B-Z]{8}[0-9]$'),
    isin            text check (isin ~ '^[A-Z]{2}[A-Z0-9]{9}[0-9]$'),
    cusip           text check (cusip ~ '^[A-Z0-9*@#]{8}[0-9]$'),
    valid_from      date not null,
    source          text not null check (source <> ''),
    recorded_at     timestamptz not null default now()
);
create unique index one_mapping_a_fact on symbol_mapping
    (symbol, provider, valid_from, provider_symbol, coalesce(figi, ''), coalesce(isin, ''), coalesce(cusip, ''));
call make_append_only('symbol_mapping');

-- Somebody's word that goes before facts and rules, for everyone; the newest of a symbol and field wins, and one without a value takes the
-- earlier ones back. No row level security: the security master is everybody's.
create table symbol_override (
    id         bigint generated always as identity primary key,
    symbol     text not null references securities,
    field      text not null check (field in ('mic', 'figi', 'isin', 'cusip', 'fmp', 'polygon', 'yahoo')),
    value      text check (value <> ''),
    reason     text not null check (reason <> ''),
    decided_by uuid not null,
    decided_at timestamptz not null
);
create index symbol_override_newest on symbol_override (symbol, field, id desc);
call make_append_only('symbol_override');

-- What a night found to differ from the night before: a symbol's last row is how it stands, and one that is gone stands no more.
create table symbol_change (
    id      bigint generated always as identity primary key,
    night   date not null,
    symbol  text not null references securities,
    kind    text not null check (kind in ('new', 'changed', 'gone', 'ambiguous')),
    state   text check (state in ('mapped', 'unmapped', 'ambiguous')),
    mic     text,
    figi    text,
    isin    text,
    cusip   text,
    fmp     text,
    polygon text,
    yahoo   text,
    detail  text not null,
    check ((kind = 'gone') = (state is null))
);
create index symbol_change_newest on symbol_change (symbol, night desc, id desc);
call make_append_only('symbol_change');

-- Symbols that any portfolio held at the end of a day, without whose: each is read as its owner, under row level security, in one round trip.
create function held_symbols(day date) returns setof text
    language plpgsql as
$$
declare
    before constant text := coalesce(current_setting('app.user_id', true), '');
    owner           record;
    held            text[] := '{}';
begin
    for owner in select distinct o.user_id from portfolio_owners() o loop
        perform set_config('app.user_id', owner.user_id::text, true);
        held := held || array(
            select distinct l.symbol from lots l
            where l.snapshot_id in (select distinct on (a.portfolio_id) a.snapshot_id from ledger_adoption a
                                    order by a.portfolio_id, a.sequence desc)
              and l.valid_from <= day and (l.valid_until is null or l.valid_until > day));
    end loop;
    perform set_config('app.user_id', before, true);
    return query select distinct h from unnest(held) h;
end
$$;
revoke all on function held_symbols(date) from public;
grant execute on function held_symbols(date) to dawsos_app;
