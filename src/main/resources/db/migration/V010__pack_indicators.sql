-- Economic figures that answers use, as they were when the pack was made: like its prices they join it only while it is warming.
create table pack_indicators (
    pack_id   text not null references pricing_pack,
    series_id text not null check (series_id <> ''),
    asof_date date not null,
    value     numeric not null check (abs(value) < 'Infinity'),
    provider  text not null check (provider <> ''),
    primary key (pack_id, series_id)
);
call make_append_only('pack_indicators');

-- A guard of their own: they come with a later job of the night, when the prices are stored already.
create function guard_pack_indicators() returns trigger
    language plpgsql as
$$
declare
    refused record;
begin
    select i.pack_id, s.status, i.asof_date, i.asof_date > p.date as later into refused
    from inserted i
    join pricing_pack p on p.id = i.pack_id
    left join pricing_pack_state s on s.pack_id = i.pack_id
    where s.status is distinct from 'warming' or s.sealed or i.asof_date > p.date
    limit 1;
    if not found then
        return null;
    end if;
    if refused.later then
        raise exception 'a row of % dated % cannot join the earlier pack %', tg_table_name, refused.asof_date, refused.pack_id
            using errcode = 'restrict_violation';
    end if;
    raise exception 'INSERT into % is refused: pack % %', tg_table_name, refused.pack_id,
        case when refused.status is null then 'has no state yet' else 'left warming and its content is sealed' end
        using errcode = 'restrict_violation';
end
$$;
create trigger while_warming after insert on pack_indicators
    referencing new table as inserted for each statement execute function guard_pack_indicators();
