-- Checkpoints of the nights. A night is a date and a policy; one that was forced again is a further attempt.
create table nightly_run (
    id          bigint generated always as identity primary key,
    date        date not null,
    policy      text not null check (policy <> ''),
    attempt     int not null check (attempt >= 1),
    first_date  date not null check (first_date <= date), -- before date when it caught up with several days at once
    origin      text not null check (origin in ('schedule', 'command', 'request')),
    status      text not null check (status in ('running', 'incomplete', 'ok', 'warning', 'failed')),
    started_at  timestamptz not null,
    finished_at timestamptz,
    resumed     int not null default 0,
    unique (date, policy, attempt),
    check ((status = 'running') = (finished_at is null))
);
create trigger kept before delete or truncate on nightly_run for each statement execute function refuse_change();
grant select, insert on nightly_run to dawsos_app;
grant update (status, finished_at, resumed) on nightly_run to dawsos_app;

create table nightly_job (
    run_id      bigint not null references nightly_run,
    name        text not null check (name ~ '^[a-z][a-z_]*$'),
    position    int not null check (position >= 0),
    blocking    boolean not null,
    status      text not null check (status in ('running', 'ok', 'warning', 'failed', 'skipped')),
    started_at  timestamptz,
    duration_ms bigint not null check (duration_ms >= 0),
    summary     text not null,
    warnings    text[] not null,
    error       text,
    primary key (run_id, name),
    check ((status = 'skipped') = (started_at is null)),
    check ((status = 'failed') = (error is not null))
);
create trigger kept before delete or truncate on nightly_job for each statement execute function refuse_change();
grant select, insert on nightly_job to dawsos_app;
grant update (status, started_at, duration_ms, summary, warnings, error) on nightly_job to dawsos_app;

-- A portfolio held against its ledger, each time that said something new.
create table reconciliations (
    id                 bigint generated always as identity primary key,
    portfolio_id       uuid not null references portfolios,
    asof_date          date not null,
    pricing_pack_id    text not null references pricing_pack,
    ledger_commit_hash text not null check (ledger_commit_hash ~ '^[0-9a-f]{40}([0-9a-f]{24})?$'),
    status             text not null check (status in ('OK', 'FAIL')),
    positions_checked  int not null check (positions_checked >= 0),
    max_error_bps      numeric not null check (max_error_bps >= 0),
    discrepancies      jsonb not null check (jsonb_typeof(discrepancies) = 'array'),
    created_at         timestamptz not null,
    check ((status = 'OK') = (jsonb_array_length(discrepancies) = 0))
);
create index reconciliations_by_portfolio on reconciliations (portfolio_id, id desc);
call make_append_only('reconciliations');
call belongs_to_portfolio('reconciliations');
call counted_by_pack('reconciliations');
