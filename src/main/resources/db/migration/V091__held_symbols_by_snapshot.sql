-- The same symbols as before. Each snapshot's lots are one range of their index, whatever the planner believes of the table: of a large one it
-- believed that reading it whole, once for every owner, was as good.
create or replace function held_symbols(day date) returns setof text
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
            select distinct l.symbol
            from portfolios p
            cross join lateral (select a.snapshot_id from ledger_adoption a where a.portfolio_id = p.id
                                order by a.sequence desc limit 1) a
            -- offset 0: joined as it is written
            cross join lateral (select l.symbol from lots l
                                where l.snapshot_id = a.snapshot_id
                                  and l.valid_from <= day and (l.valid_until is null or l.valid_until > day)
                                offset 0) l);
    end loop;
    perform set_config('app.user_id', before, true);
    return query select distinct h from unnest(held) h;
end
$$;
