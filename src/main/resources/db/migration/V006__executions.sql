-- What was asked and the bytes that were answered. No reference to users or portfolios: the record outlives both.
create table execution (
    request_id      uuid primary key,
    user_id         uuid not null,
    pattern_id      text not null,
    pattern_version text not null,
    portfolio_id    uuid,
    pricing_pack_id text not null references pricing_pack,
    ledger_commit   text not null,
    status          text not null,
    response        text not null, -- as sent: text, because jsonb would write its own bytes
    result_hash     text check (result_hash ~ '^[0-9a-f]{64}$'),
    created_at      timestamptz not null,
    duration_ms     bigint not null check (duration_ms >= 0)
);
create index execution_by_user on execution (user_id, created_at desc);
create index execution_by_pattern on execution (pattern_id, created_at desc);
call make_append_only('execution');
call belongs_to_user('execution', 'user_id');

create table audit_log (
    id           bigint generated always as identity primary key,
    user_id      uuid not null,
    portfolio_id uuid,
    action       text not null check (action <> ''),
    details      jsonb not null,
    trace_id     text,
    created_at   timestamptz not null
);
create index audit_log_by_user on audit_log (user_id, created_at desc);
call make_append_only('audit_log');
call belongs_to_user('audit_log', 'user_id');
