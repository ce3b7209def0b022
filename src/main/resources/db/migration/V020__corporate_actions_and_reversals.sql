-- Corporate actions that bring another security, tax withheld later, and corrections by reversal.
alter table transactions drop constraint transactions_kind_check;
alter table transactions add constraint transactions_kind_check
    check (kind in ('DEPOSIT', 'WITHDRAWAL', 'CONVERSION', 'BUY', 'SELL', 'DIVIDEND', 'WITHHOLDING', 'SPLIT', 'SPIN_OFF', 'MERGER',
                    'FEE', 'INCOME'));

-- The entry_id of the transaction that this one undoes; null for all others. Ids are unique within a snapshot.
alter table transactions add column reverses text;
create unique index transactions_by_entry on transactions (snapshot_id, entry_id);
alter table transactions add foreign key (snapshot_id, reverses) references transactions (snapshot_id, entry_id);

-- Units of other securities that a spin-off or merger brought (of its reversal: took back).
create table transaction_units (
    snapshot_id  bigint not null,
    portfolio_id uuid not null,
    sequence     int not null,
    position     int not null check (position >= 0),
    symbol       text not null references securities,
    quantity     numeric not null,
    primary key (snapshot_id, sequence, position),
    foreign key (snapshot_id, sequence) references transactions (snapshot_id, sequence),
    foreign key (snapshot_id, portfolio_id) references ledger_snapshot (id, portfolio_id)
);
call make_append_only('transaction_units');
call belongs_to_portfolio('transaction_units');
