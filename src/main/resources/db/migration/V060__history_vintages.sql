-- A row of the history says what was known of a day when all packs up to a certain one had been made: its vintage is the sequence of that
-- pack. A restatement gives its day and every later one rows of its vintage; a reader takes of each day the row with the highest vintage
-- that is not above his own pack. Until now every row was computed when its own pack was the newest: its sequence is its vintage.
alter table portfolio_daily_values rename column pack_sequence to vintage;
alter table portfolio_daily_holdings rename column pack_sequence to vintage;

do $$
declare
    name text;
begin
    -- (pricing_pack_id, pack_sequence): the vintage is no longer that of the row's own pack
    select c.conname into strict name from pg_constraint c
    where c.conrelid = 'portfolio_daily_values'::regclass and c.contype = 'f' and c.confrelid = 'pricing_pack'::regclass;
    execute format('alter table portfolio_daily_values drop constraint %I', name);
end
$$;
alter table portfolio_daily_values
    add foreign key (pricing_pack_id) references pricing_pack (id),
    add foreign key (vintage) references pricing_pack (sequence);

-- A day whose pack lacks a price or a rate has a row without a value, which says what is missing.
alter table portfolio_daily_values
    alter column total_value drop not null,
    alter column cash_flows drop not null,
    alter column wealth_index drop not null,
    add column missing text[] check (cardinality(missing) > 0),
    add check (num_nulls(total_value, cash_flows, wealth_index) = case when missing is null then 0 else 3 end);

-- How far a history has come: the last day of the highest vintage.
create index portfolio_daily_values_by_vintage on portfolio_daily_values (snapshot_id, vintage, asof_date);

-- What moved since a day, for portfolios with long ledgers.
create index transactions_by_day on transactions (snapshot_id, date);
