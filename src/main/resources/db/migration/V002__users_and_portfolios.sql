create table users (
    id         uuid primary key,
    email      text unique,
    created_at timestamptz not null default now()
);
call belongs_to_user('users', 'id');
grant select, insert on users to dawsos_app;

create table portfolios (
    id            uuid primary key,
    user_id       uuid not null references users,
    name          text not null check (name <> ''),
    base_currency text not null check (base_currency ~ '^[A-Z]{3}$'),
    ledger_path   text not null check (ledger_path <> ''),
    created_at    timestamptz not null default now(),
    unique (user_id, name)
);
call belongs_to_user('portfolios', 'user_id');
grant select, insert, delete on portfolios to dawsos_app;
grant update (name, ledger_path) on portfolios to dawsos_app;

-- The nightly jobs work for every portfolio, each as its owner; to learn whose there are they get the two ids and nothing else.
-- The function runs as the owner of the table, whom FORCE ROW LEVEL SECURITY binds too, so that he gets a policy to read.
do $$
begin
    execute format('create policy listing on portfolios for select to %I using (true)', current_user);
end
$$;

create function portfolio_owners() returns table (portfolio_id uuid, user_id uuid)
    language sql stable security definer
begin atomic
    select p.id, p.user_id from portfolios p order by p.created_at, p.id;
end;
revoke all on function portfolio_owners() from public;
grant execute on function portfolio_owners() to dawsos_app;
