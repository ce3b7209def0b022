-- What issuers did or announced. A correction is another row; the newest that a pack may know counts. What a pack may know are the rows that
-- were there when it was made (known_after < its sequence), so that a later delivery changes no answer.
create table corporate_actions (
    id          bigint generated always as identity primary key,
    symbol      text not null references securities,
    kind        text not null check (kind in ('dividend', 'split')),
    announced   date,
    ex_date     date not null,
    record_date date,
    pay_date    date,
    amount      numeric check (amount > 0 and amount < 'Infinity'),
    currency    text check (currency ~ '^[A-Z]{3}$'),
    new_units   numeric check (new_units > 0 and new_units < 'Infinity'),
    old_units   numeric check (old_units > 0 and old_units < 'Infinity'),
    provider    text not null check (provider <> ''),
    known_after bigint not null,
    stored_at   timestamptz not null default now(),
    check (announced <= ex_date),
    check (pay_date >= ex_date),
    check ((kind = 'dividend') = (amount is not null and currency is not null)),
    check ((kind = 'split') = (new_units is not null and old_units is not null)),
    check (kind = 'split' or (new_units is null and old_units is null)),
    check (kind = 'dividend' or (amount is null and currency is null))
);
create index corporate_actions_by_symbol on corporate_actions (symbol, kind, ex_date, id desc);
call make_append_only('corporate_actions');

-- Nobody but this function says after which pack a row became known. It runs as the owner, who may lock the packs: between reading the newest
-- one and the end of this transaction no other is made.
create function stamp_corporate_action() returns trigger
    language plpgsql security definer
    set search_path from current as
$$
begin
    lock table pricing_pack in share row exclusive mode;
    select coalesce(max(sequence), 0) into new.known_after from pricing_pack;
    return new;
end
$$;
create trigger stamp before insert on corporate_actions for each row execute function stamp_corporate_action();
