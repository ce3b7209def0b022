-- One journal at one commit, booked. Everything below hangs on a snapshot and never changes; a new commit is a new snapshot.
create table ledger_snapshot (
    id            bigint generated always as identity primary key,
    portfolio_id  uuid not null references portfolios,
    commit_hash   text not null check (commit_hash ~ '^[0-9a-f]{40}([0-9a-f]{24})?$'),
    path          text not null,
    base_currency text not null check (base_currency ~ '^[A-Z]{3}$'),
    created_at    timestamptz not null default now(),
    unique (portfolio_id, commit_hash),
    unique (id, portfolio_id)
);
call make_append_only('ledger_snapshot');
call belongs_to_portfolio('ledger_snapshot');

-- Which snapshot a portfolio is answered from: the one adopted last, so that going back to an older commit is one more row.
-- A snapshot is adopted when its history is complete.
create table ledger_adoption (
    sequence     bigint generated always as identity primary key,
    portfolio_id uuid not null,
    snapshot_id  bigint not null,
    adopted_at   timestamptz not null default now(),
    foreign key (snapshot_id, portfolio_id) references ledger_snapshot (id, portfolio_id)
);
create index ledger_adoption_newest on ledger_adoption (portfolio_id, sequence desc);
call make_append_only('ledger_adoption');
call belongs_to_portfolio('ledger_adoption');

create view v_ledger_snapshot with (security_invoker = true) as
select s.id, s.portfolio_id, s.commit_hash, s.path, s.base_currency, s.created_at,
       case
           when s.id = (select a.snapshot_id from ledger_adoption a where a.portfolio_id = s.portfolio_id order by a.sequence desc limit 1)
               then 'current'
           when exists (select from ledger_adoption a where a.snapshot_id = s.id) then 'superseded'
           else 'booked'
       end as status
from ledger_snapshot s;
grant select on v_ledger_snapshot to dawsos_app;

create table transactions (
    snapshot_id   bigint not null,
    portfolio_id  uuid not null,
    sequence      int not null check (sequence >= 0),
    entry_id      text not null,
    date          date not null,
    kind          text not null check (kind in ('DEPOSIT', 'WITHDRAWAL', 'CONVERSION', 'BUY', 'SELL', 'DIVIDEND', 'SPLIT', 'FEE', 'INCOME')),
    narration     text not null,
    symbol        text references securities,
    quantity      numeric not null,
    price         numeric,
    currency      text not null check (currency ~ '^[A-Z]{3}$'),
    fx_rate       numeric check (fx_rate > 0),
    commission    numeric not null,
    gross         numeric not null,
    withheld      numeric not null,
    realized_gain numeric not null,
    ex_date       date,
    pay_date      date,
    primary key (snapshot_id, sequence),
    foreign key (snapshot_id, portfolio_id) references ledger_snapshot (id, portfolio_id)
);
call make_append_only('transactions');
call belongs_to_portfolio('transactions');

create table transaction_cash (
    snapshot_id  bigint not null,
    portfolio_id uuid not null,
    sequence     int not null,
    position     int not null check (position >= 0),
    currency     text not null check (currency ~ '^[A-Z]{3}$'),
    amount       numeric not null,
    primary key (snapshot_id, sequence, position),
    foreign key (snapshot_id, sequence) references transactions (snapshot_id, sequence),
    foreign key (snapshot_id, portfolio_id) references ledger_snapshot (id, portfolio_id)
);
call make_append_only('transaction_cash');
call belongs_to_portfolio('transaction_cash');

-- A lot as it stood at the end of every day from valid_from until the day before valid_until.
create table lots (
    snapshot_id  bigint not null,
    portfolio_id uuid not null,
    symbol       text not null references securities,
    lot          int not null check (lot >= 1),
    acquired     date not null,
    valid_from   date not null,
    valid_until  date check (valid_until > valid_from),
    quantity     numeric not null check (quantity > 0),
    unit_cost    numeric not null,
    currency     text not null check (currency ~ '^[A-Z]{3}$'),
    fx_rate      numeric not null check (fx_rate > 0),
    primary key (snapshot_id, symbol, lot, valid_from),
    foreign key (snapshot_id, portfolio_id) references ledger_snapshot (id, portfolio_id)
);
call make_append_only('lots');
call belongs_to_portfolio('lots');

create table cash_balances (
    snapshot_id  bigint not null,
    portfolio_id uuid not null,
    currency     text not null check (currency ~ '^[A-Z]{3}$'),
    valid_from   date not null,
    valid_until  date check (valid_until > valid_from),
    amount       numeric not null,
    primary key (snapshot_id, currency, valid_from),
    foreign key (snapshot_id, portfolio_id) references ledger_snapshot (id, portfolio_id)
);
call make_append_only('cash_balances');
call belongs_to_portfolio('cash_balances');
