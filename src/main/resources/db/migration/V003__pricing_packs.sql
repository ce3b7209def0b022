create table securities (
    symbol     text primary key check (symbol <> ''),
    name       text not null,
    currency   text not null check (currency ~ '^[A-Z]{3}$'),
    exchange   text not null,
    type       text not null check (type in ('equity', 'etf', 'bond', 'crypto', 'cash', 'fund')),
    sector     text,
    country    text not null check (country ~ '^[A-Z]{2}$'),
    created_at timestamptz not null default now()
);
call make_append_only('securities');

-- What a pack is never changes; how far it has come stands in pricing_pack_state.
create table pricing_pack (
    id         text primary key,
    date       date not null,
    version    int not null check (version between 1 and 9999),
    policy     text not null check (policy <> ''),
    providers  text[] not null,
    hash       text not null check (hash ~ '^[0-9a-f]{64}$'),
    -- order of creation: what an answer may read of other packs are those that existed when its own was made
    sequence   bigint generated always as identity unique,
    created_at timestamptz not null default now(),
    check (id = lpad((extract(year from date) * 10000 + extract(month from date) * 100 + extract(day from date))::int::text, 8, '0')
                || '_v' || version),
    unique (id, date, policy),
    unique (id, sequence)
);
call make_append_only('pricing_pack');

create table pricing_pack_state (
    pack_id                  text primary key,
    date                     date not null,
    policy                   text not null,
    status                   text not null default 'warming' check (status in ('warming', 'fresh', 'error')),
    is_fresh                 boolean generated always as (status = 'fresh' and superseded_by is null) stored,
    prewarm_done             boolean not null default false,
    reconciliation_passed    boolean,
    reconciliation_error_bps numeric(12, 4),
    superseded_by            text,
    error_message            text,
    sealed                   boolean not null default false, -- left warming once: no row may join it any more
    updated_at               timestamptz not null default now(),
    foreign key (pack_id, date, policy) references pricing_pack (id, date, policy),
    -- a restatement is of the same day and policy; deferred, so that old and new may be linked in one transaction
    foreign key (superseded_by, date, policy) references pricing_pack (id, date, policy) deferrable initially deferred,
    check (superseded_by <> pack_id),
    check (status <> 'fresh' or (prewarm_done and reconciliation_passed is not false)),
    check ((status = 'error') = (error_message is not null)),
    check (reconciliation_passed is distinct from true or coalesce(reconciliation_error_bps, 0) <= 1.0)
);
create unique index one_current_pack on pricing_pack_state (date, policy) where superseded_by is null;

create function guard_pack_state() returns trigger
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
    if new.status <> old.status and (old.status, new.status) not in (('warming', 'fresh'), ('warming', 'error'), ('error', 'warming')) then
        raise exception 'pack % cannot go from % to %', old.pack_id, old.status, new.status using errcode = 'restrict_violation';
    end if;
    new.sealed := old.sealed or new.status <> 'warming';
    new.updated_at := now();
    return new;
end
$$;
create trigger guarded before insert or update on pricing_pack_state for each row execute function guard_pack_state();
create trigger kept before delete or truncate on pricing_pack_state for each statement execute function refuse_change();
grant select, insert on pricing_pack_state to dawsos_app;
grant update (status, prewarm_done, reconciliation_passed, reconciliation_error_bps, superseded_by, error_message)
    on pricing_pack_state to dawsos_app;

create view v_pricing_pack with (security_invoker = true) as
select p.id, p.date, p.version, p.policy, p.providers, p.hash, p.sequence, p.created_at,
       s.status, s.is_fresh, s.prewarm_done, s.reconciliation_passed, s.reconciliation_error_bps,
       s.superseded_by, s.error_message, s.updated_at
from pricing_pack p join pricing_pack_state s on s.pack_id = p.id;
grant select on v_pricing_pack to dawsos_app;

-- Each pack carries the last known close of every security, so that one pack is one range of one index.
create table prices (
    pack_id   text not null references pricing_pack,
    symbol    text not null references securities,
    asof_date date not null,
    close     numeric not null check (close > 0 and close < 'Infinity'),
    currency  text not null check (currency ~ '^[A-Z]{3}$'),
    provider  text not null check (provider <> ''),
    primary key (pack_id, symbol)
);
call make_append_only('prices');

-- As published: rate units of quote for one unit of base.
create table fx_rates (
    pack_id        text not null references pricing_pack,
    base_currency  text not null check (base_currency ~ '^[A-Z]{3}$'),
    quote_currency text not null check (quote_currency ~ '^[A-Z]{3}$'),
    rate           numeric not null check (rate > 0 and rate < 'Infinity'),
    asof_date      date not null,
    provider       text not null check (provider <> ''),
    primary key (pack_id, base_currency, quote_currency),
    check (base_currency <> quote_currency)
);
call make_append_only('fx_rates');

create function guard_pack_rows() returns trigger
    language plpgsql as
$$
declare
    refused record;
begin
    select i.pack_id, s.status, s.sealed, min(i.asof_date) filter (where i.asof_date > p.date) as later into refused
    from inserted i
    join pricing_pack p on p.id = i.pack_id
    left join pricing_pack_state s on s.pack_id = i.pack_id
    where s.status is distinct from 'warming' or s.sealed or i.asof_date > p.date
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
        case when refused.status is null then 'has no state yet' else 'left warming and its content is sealed' end
        using errcode = 'restrict_violation';
end
$$;
create trigger while_warming after insert on prices
    referencing new table as inserted for each statement execute function guard_pack_rows();
create trigger while_warming after insert on fx_rates
    referencing new table as inserted for each statement execute function guard_pack_rows();
