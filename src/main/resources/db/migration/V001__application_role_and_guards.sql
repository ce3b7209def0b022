-- The service connects as the user of DATABASE_URL, who owns the tables and migrates them, and then works as dawsos_app on
-- every pooled connection (SET ROLE): a role without ownership, without BYPASSRLS, with the grants of these files only.
do $$
declare
    -- from 16 on, being a member of a role does not yet allow to SET ROLE to it, not even for its creator
    set_is_separate constant boolean := current_setting('server_version_num')::int >= 160000;
begin
    begin
        if not exists (select from pg_roles where rolname = 'dawsos_app') then
            create role dawsos_app nologin nosuperuser nobypassrls nocreatedb nocreaterole noinherit;
        end if;
    exception
        when duplicate_object or unique_violation then
            null; -- another database of this server was migrated at the same moment
    end;
    if set_is_separate then
        if not pg_has_role(current_user, 'dawsos_app', 'set') then
            execute format('grant dawsos_app to %I with set true, inherit false', current_user);
        end if;
    elsif not pg_has_role(current_user, 'dawsos_app', 'member') then
        execute format('grant dawsos_app to %I', current_user);
    end if;
    if exists (select from pg_roles where rolname = 'dawsos_app' and (rolsuper or rolbypassrls)) then
        raise exception 'the role dawsos_app is superuser or bypasses row level security'
            using hint = 'An administrator runs: ALTER ROLE dawsos_app NOSUPERUSER NOBYPASSRLS;';
    end if;
exception
    when insufficient_privilege then
        raise exception 'the user % may not create the role dawsos_app, or not become it', current_user
            using errcode = 'insufficient_privilege',
                  hint = format('An administrator runs once: CREATE ROLE dawsos_app NOLOGIN (if it is not there); GRANT dawsos_app TO %I;',
                                current_user);
end
$$;

do $$
begin
    execute format('grant usage on schema %I to dawsos_app', current_schema());
end
$$;

-- Who asks. Set by set_config('app.user_id', ?, true) in the transaction that reads; a setting that was never made is null, one
-- that ended with its transaction is '': both mean nobody, and nobody sees nothing.
create function app_user_id() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('app.user_id', true), '')::uuid;

create function refuse_change() returns trigger
    language plpgsql as
$$
begin
    raise exception '% of % is refused: its rows are facts that answers were computed from and never change', tg_op, tg_table_name
        using errcode = 'restrict_violation';
end
$$;

-- Makes a table append-only for everyone, its owner included; the grants say the same to the application role.
create procedure make_append_only(name regclass)
    language plpgsql as
$$
begin
    execute format('create trigger append_only before update or delete or truncate on %s for each statement execute function refuse_change()', name);
    execute format('grant select, insert on %s to dawsos_app', name);
end
$$;

-- Row level security by portfolio: a row belongs to the user whose portfolio it names.
create procedure belongs_to_portfolio(name regclass)
    language plpgsql as
$$
begin
    execute format('alter table %s enable row level security', name);
    execute format('alter table %s force row level security', name);
    execute format('create policy owner_of_portfolio on %s'
                   ' using (portfolio_id in (select p.id from portfolios p where p.user_id = (select app_user_id())))'
                   ' with check (portfolio_id in (select p.id from portfolios p where p.user_id = (select app_user_id())))', name);
end
$$;

-- Row level security by user.
create procedure belongs_to_user(name regclass, column_name text)
    language plpgsql as
$$
begin
    execute format('alter table %s enable row level security', name);
    execute format('alter table %s force row level security', name);
    execute format('create policy owner on %1$s using (%2$I = (select app_user_id())) with check (%2$I = (select app_user_id()))',
                   name, column_name);
end
$$;
