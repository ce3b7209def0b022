-- What a pack was made of: what was asked for and never published, and in which transaction it was stored. Its rows come with it.
alter table pricing_pack
    add column missing text[] not null default '{}',
    add column stored_by xid8 not null default pg_current_xact_id();

create function stamp_pack() returns trigger
    language plpgsql as
$$
begin
    new.stored_by := pg_current_xact_id();
    return new;
end
$$;
create trigger stamped before insert on pricing_pack for each row execute function stamp_pack();

-- Rows of providers that a pack does not use, as they were published.
create table pack_quarantine (
    id          bigint generated always as identity primary key,
    pack_id     text not null references pricing_pack,
    pack_date   date not null,
    kind        text not null check (kind in ('close', 'rate', 'split')),
    symbol      text not null,
    currency    text not null,
    value       text not null,
    row_date    date not null,
    provider    text not null,
    source_file text not null,
    source_line int not null check (source_line >= 1),
    reason      text not null check (reason <> ''),
    detail      text not null,
    created_at  timestamptz not null default now()
);
create index pack_quarantine_by_pack on pack_quarantine (pack_id, id);
create index pack_quarantine_by_day on pack_quarantine (row_date);
call make_append_only('pack_quarantine');

-- Why a pack was superseded, and by whom.
create table pack_restatement (
    superseded_id text primary key references pricing_pack,
    current_id    text not null unique references pricing_pack,
    reason        text not null check (reason ~ '\S'),
    requested_by  uuid not null,
    created_at    timestamptz not null,
    check (superseded_id <> current_id)
);
call make_append_only('pack_restatement');

-- Quarantined rows that an operator accepted, each for the restatement that uses it.
create table pack_acceptance (
    quarantine_id bigint primary key references pack_quarantine,
    current_id    text not null references pack_restatement (current_id)
);
call make_append_only('pack_acceptance');

-- Link and reason come together: at the end of the transaction neither stands without the other, and the successor is a later version.
create function require_restatement() returns trigger
    language plpgsql as
$$
declare
    old_id text;
begin
    if tg_table_name = 'pricing_pack_state' then
        old_id := new.pack_id;
    else
        old_id := new.superseded_id;
    end if;
    if not exists (select from pack_restatement r
                   join pricing_pack_state s on s.pack_id = r.superseded_id and s.superseded_by = r.current_id
                   join pricing_pack o on o.id = r.superseded_id
                   join pricing_pack n on n.id = r.current_id and n.date = o.date and n.version > o.version
                   join pricing_pack_state c on c.pack_id = n.id
                   where r.superseded_id = old_id) then
        raise exception 'pack % is superseded only by a later version of its day, with its reason in pack_restatement', old_id
            using errcode = 'restrict_violation';
    end if;
    return null;
end
$$;
create constraint trigger explained after update on pricing_pack_state deferrable initially deferred
    for each row when (new.superseded_by is not null) execute function require_restatement();
create constraint trigger linked after insert on pack_restatement deferrable initially deferred
    for each row execute function require_restatement();

create or replace function guard_pack_state() returns trigger
    language plpgsql as
$$
begin
    if tg_op = 'INSERT' then
        if new.status <> 'warming' or new.superseded_by is not null or new.sealed then
            raise exception 'pack % begins as warming, not as %', new.pack_id, new.status using errcode = 'restrict_violation';
        end if;
        return new;
    end if;
    if (new.pack_id, new.date, new.policy) is distinct from (old.pack_id, old.date, old.policy) then
        raise exception 'the state of pack % cannot become that of another pack', old.pack_id using errcode = 'restrict_violation';
    end if;
    if old.superseded_by is not null and new.superseded_by is distinct from old.superseded_by then
        raise exception 'pack % is superseded by % already', old.pack_id, old.superseded_by using errcode = 'restrict_violation';
    end if;
    if new.status <> old.status and old.superseded_by is not null then
        raise exception 'pack % is superseded and stays %', old.pack_id, old.status using errcode = 'restrict_violation';
    end if;
    if new.status <> old.status and (old.status, new.status) not in (('warming', 'fresh'), ('warming', 'error'), ('error', 'warming')) then
        raise exception 'pack % cannot go from % to %', old.pack_id, old.status, new.status using errcode = 'restrict_violation';
    end if;
    new.sealed := old.sealed or new.status <> 'warming';
    new.updated_at := now();
    return new;
end
$$;

create or replace function guard_pack_rows() returns trigger
    language plpgsql as
$$
declare
    refused record;
begin
    select i.pack_id, s.status, s.sealed, min(i.asof_date) filter (where i.asof_date > p.date) as later into refused
    from inserted i
    join pricing_pack p on p.id = i.pack_id
    left join pricing_pack_state s on s.pack_id = i.pack_id
    where s.status is distinct from 'warming' or s.sealed or i.asof_date > p.date or p.stored_by <> pg_current_xact_id()
    group by i.pack_id, s.status, s.sealed
    limit 1;
    if not found then
        return null;
    end if;
    if refused.later is not null then
        raise exception 'a row of % dated % cannot join the earlier pack %', tg_table_name, refused.later, refused.pack_id
            using errcode = 'restrict_violation';
    end if;
    raise exception 'INSERT into % is refused: pack % %', tg_table_name, refused.pack_id,
        case when refused.status is null then 'has no state yet'
             when refused.sealed or refused.status <> 'warming' then 'left warming and its content is sealed'
             else 'is stored, and its content came with it' end
        using errcode = 'restrict_violation';
end
$$;

create or replace view v_pricing_pack with (security_invoker = true) as
select p.id, p.date, p.version, p.policy, p.providers, p.hash, p.sequence, p.created_at,
       s.status, s.is_fresh, s.prewarm_done, s.reconciliation_passed, s.reconciliation_error_bps,
       s.superseded_by, s.error_message, s.updated_at, p.missing, r.reason as restatement
from pricing_pack p
join pricing_pack_state s on s.pack_id = p.id
left join pack_restatement r on r.superseded_id = p.id;

-- How many rows were computed from a pack, whoever they belong to: numbers only. The function runs as the owner of the tables, whom
-- FORCE ROW LEVEL SECURITY binds too, so that he gets a policy that holds inside it. It is no policy of the application's.
create procedure counted_by_pack(name regclass)
    language plpgsql as
$$
begin
    execute format('create policy counting on %s for select to %I using (current_setting(''app.counts_rows_of_packs'', true) = ''on'')',
                   name, current_user);
end
$$;

create function pack_dependents(pack text) returns table (relation text, row_count bigint)
    language plpgsql security definer
    set search_path from current as
$$
begin
    perform set_config('app.counts_rows_of_packs', 'on', true);
    for relation in
        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
          and a.attname = 'pricing_pack_id' and not a.attisdropped
        order by 1
    loop
        execute format('select count(*) from %I where pricing_pack_id = $1', relation) into row_count using pack;
        return next;
    end loop;
    perform set_config('app.counts_rows_of_packs', 'off', true);
end
$$;
revoke all on function pack_dependents(text) from public;
grant execute on function pack_dependents(text) to dawsos_app;

do $$
declare
    found record;
begin
    for found in
        select c.oid::regclass as name, c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace and c.relrowsecurity
          and a.attname = 'pricing_pack_id' and not a.attisdropped
    loop
        call counted_by_pack(found.name);
    end loop;
end
$$;
create index execution_by_pack on execution (pricing_pack_id);
create index portfolio_daily_values_by_pack on portfolio_daily_values (pricing_pack_id);
