-- Every attempt at an export, refused ones too: one chain over all users, each row with the hash of the row before it. What was attempted
-- stands in content, a JSON object; AuditEntry writes it, AuditChain hashes it.
create table export_audit (
    seq           bigint primary key check (seq >= 1),
    user_id       uuid not null,
    content       text not null,
    previous_hash text not null unique check (previous_hash ~ '^[0-9a-f]{64}$'),
    hash          text not null unique,
    constraint of_its_user check (content::jsonb ->> 'user_id' = user_id::text),
    constraint hashed check (
        hash = encode(sha256(convert_to(previous_hash || E'\n' || seq || E'\n' || content, 'UTF8')), 'hex'))
);
create index export_audit_by_user on export_audit (user_id, seq desc);
call make_append_only('export_audit');
call belongs_to_user('export_audit', 'user_id');

-- That the chain reached a row, signed with a key that is not in the database. It says nothing about anybody.
create table export_checkpoint (
    seq       bigint primary key,
    hash      text not null check (hash ~ '^[0-9a-f]{64}$'),
    signed_at timestamptz not null,
    signature text not null check (signature ~ '^[0-9a-f]{64}$')
);
call make_append_only('export_checkpoint');

-- The chain goes over all users, and a writer or a check sees one of them: the functions below run as the owner of the table, whom
-- FORCE ROW LEVEL SECURITY binds too, so that he gets a policy that holds inside them only.
do $$
begin
    execute format('create policy chaining on export_audit for select to %I using (current_setting(''app.reads_export_audit'', true) = ''on'')',
                   current_user);
end
$$;

-- The last row, for whoever appends the next: he holds the chain until his transaction ends.
create function export_audit_head() returns table (seq bigint, previous_hash text, content text, hash text)
    language plpgsql security definer
    set search_path from current as
$$
begin
    perform pg_advisory_xact_lock(7201733105);
    perform set_config('app.reads_export_audit', 'on', true);
    return query select a.seq, a.previous_hash, a.content, a.hash from export_audit a order by a.seq desc limit 1;
    perform set_config('app.reads_export_audit', 'off', true);
end
$$;

-- Rows after a place, for a check of the chain.
create function export_audit_rows(after bigint, most int)
    returns table (seq bigint, previous_hash text, content text, hash text)
    language plpgsql security definer
    set search_path from current as
$$
begin
    perform set_config('app.reads_export_audit', 'on', true);
    return query select a.seq, a.previous_hash, a.content, a.hash from export_audit a where a.seq > after order by a.seq limit most;
    perform set_config('app.reads_export_audit', 'off', true);
end
$$;

-- A row follows the last one, whoever writes it.
create function chain_export_audit() returns trigger
    language plpgsql security definer
    set search_path from current as
$$
declare
    before record;
    later boolean;
begin
    perform set_config('app.reads_export_audit', 'on', true);
    select a.seq, a.hash into before from export_audit a where a.seq < new.seq order by a.seq desc limit 1;
    later := exists (select from export_audit a where a.seq > new.seq);
    perform set_config('app.reads_export_audit', 'off', true);
    if later or new.seq <> coalesce(before.seq, 0) + 1 or new.previous_hash <> coalesce(before.hash, repeat('0', 64)) then
        raise exception 'row % of export_audit does not follow row %', new.seq, coalesce(before.seq, 0) using errcode = 'restrict_violation';
    end if;
    return null;
end
$$;
create trigger chained after insert on export_audit for each row execute function chain_export_audit();

revoke all on function export_audit_head(), export_audit_rows(bigint, int), chain_export_audit() from public;
grant execute on function export_audit_head(), export_audit_rows(bigint, int) to dawsos_app;
