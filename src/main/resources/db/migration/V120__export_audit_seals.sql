-- Each row of the audit of exports bears a seal: an HMAC over its place and its hash with EXPORT_AUDIT_KEY, which the database does not have.
-- Whoever has the database alone can then append no row and compute no chain anew, not even of today. Rows from before have none; the
-- next seal covers them, for its hash holds theirs.
alter table export_audit add column seal text check (seal ~ '^[0-9a-f]{64}$');
alter table export_audit add constraint sealed check (seal is not null) not valid;

drop function export_audit_head();
drop function export_audit_rows(bigint, int);

-- The last row, for whoever appends the next: he holds the chain until his transaction ends. Beside it, the hash of a row that he knows of.
create function export_audit_head(known bigint)
    returns table (seq bigint, user_id uuid, previous_hash text, content text, hash text, seal text, known_hash text)
    language plpgsql security definer
    set search_path from current as
$$
begin
    perform pg_advisory_xact_lock(7201733105);
    perform set_config('app.reads_export_audit', 'on', true);
    return query
        select a.seq, a.user_id, a.previous_hash, a.content, a.hash, a.seal, (select k.hash from export_audit k where k.seq = known)
        from export_audit a order by a.seq desc limit 1;
    perform set_config('app.reads_export_audit', 'off', true);
end
$$;

-- Rows after a place, for a check of the chain.
create function export_audit_rows(after bigint, most int)
    returns table (seq bigint, user_id uuid, previous_hash text, content text, hash text, seal text)
    language plpgsql security definer
    set search_path from current as
$$
begin
    perform set_config('app.reads_export_audit', 'on', true);
    return query
        select a.seq, a.user_id, a.previous_hash, a.content, a.hash, a.seal
        from export_audit a where a.seq > after order by a.seq limit most;
    perform set_config('app.reads_export_audit', 'off', true);
end
$$;

revoke all on function export_audit_head(bigint), export_audit_rows(bigint, int) from public;
grant execute on function export_audit_head(bigint), export_audit_rows(bigint, int) to dawsos_app;
