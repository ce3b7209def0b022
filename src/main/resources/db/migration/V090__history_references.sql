-- A holding names its day and, through it, its snapshot and portfolio: one reference says what two said before, and half as much is looked up when
-- the history of a long ledger is stored.
alter table portfolio_daily_values add unique (snapshot_id, asof_date, vintage, portfolio_id);

do $$
declare
    name text;
begin
    for name in select c.conname from pg_constraint c where c.conrelid = 'portfolio_daily_holdings'::regclass and c.contype = 'f' loop
        execute format('alter table portfolio_daily_holdings drop constraint %I', name);
    end loop;
end
$$;
alter table portfolio_daily_holdings
    add foreign key (snapshot_id, asof_date, vintage, portfolio_id)
        references portfolio_daily_values (snapshot_id, asof_date, vintage, portfolio_id);
