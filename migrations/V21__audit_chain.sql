-- The chain: every fact about who decided what, in one order, each row with the hash of the one before. And the roles:
-- who may write what.

create table evenkeel.chain
(
  seq         bigint      not null,
  source      text        not null,
  key         text        not null,
  content     text        not null,
  prev_hash   text        not null,
  row_hash    text        not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint chain_pk primary key (seq),
  constraint chain_counts_from_one check (seq >= 1),
  constraint chain_has_a_row_once unique (source, key),
  constraint chain_links_to_one_row unique (prev_hash),
  constraint chain_hash_is_of_its_content check (row_hash = encode(sha256(convert_to(
    prev_hash || E'\n' || seq || E'\n' || source || E'\n' || key || E'\n' || content, 'UTF8')), 'hex'))
);
comment on table evenkeel.chain is
  'A row for each row of the sources, with its content and the hash of the row before; ''audit verify'' compares them.';
comment on column evenkeel.chain.content is 'The row as canonical JSON; a long body is there by its SHA-256.';
create trigger chain_is_append_only
  before update or delete or truncate on evenkeel.chain
  for each statement execute function evenkeel.refuse_change();

create function evenkeel.chain_content(stored jsonb) returns jsonb
  language sql immutable
  set search_path = pg_catalog
as
$$
select case when stored ? 'body'
  then (stored - 'body')
    || jsonb_build_object('body_sha256', encode(sha256(convert_to((stored -> 'body')::text, 'UTF8')), 'hex'))
  else stored end
$$;

create function evenkeel.append_to_chain(row_source text, row_key text, stored jsonb) returns void
  language plpgsql
  set search_path = pg_catalog
as
$$
declare
  last_seq  bigint;
  last_hash text;
  text_of   text := evenkeel.chain_content(stored)::text;
begin
  -- One writer at a time until its commit: the next one must see this row.
  perform pg_advisory_xact_lock(hashtext('evenkeel.chain'));
  select seq, row_hash into last_seq, last_hash from evenkeel.chain order by seq desc limit 1;
  last_seq := coalesce(last_seq, 0) + 1;
  last_hash := coalesce(last_hash, '');
  insert into evenkeel.chain (seq, source, key, content, prev_hash, row_hash)
  values (last_seq, row_source, row_key, text_of, last_hash, encode(sha256(convert_to(
    last_hash || E'\n' || last_seq || E'\n' || row_source || E'\n' || row_key || E'\n' || text_of, 'UTF8')), 'hex'));
end
$$;

-- The key columns are the arguments. The writer needs no right to write into the chain itself.
create function evenkeel.enchain() returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog
  set timezone = 'UTC'
as
$$
declare
  stored  jsonb := to_jsonb(new);
  row_key text := '';
begin
  for i in 0 .. tg_nargs - 1 loop
    row_key := row_key || case when i > 0 then '/' else '' end || (stored ->> tg_argv[i]);
  end loop;
  perform evenkeel.append_to_chain(tg_table_name, row_key, stored);
  return null;
end
$$;

do $$
declare
  source record;
  stored record;
  old_zone text := current_setting('timezone');
begin
  perform set_config('timezone', 'UTC', true);
  for source in
    select * from (values
      ('audit', array['audit_id']),
      ('trading_state', array['trading_state_id']),
      ('exposure_override', array['override_id']),
      ('override_end', array['override_id']),
      ('request', array['request_id']),
      ('request_decision', array['request_id']),
      ('request_outcome', array['request_id']),
      ('cycle_document', array['cycle_id', 'stage']),
      ('intent', array['intent_id']),
      ('fill', array['venue', 'account', 'instrument', 'trade_id'])) as s (name, keys)
  loop
    for stored in execute format(
      'select to_jsonb(t) as body, concat_ws(''/'', %s) as key from evenkeel.%I t order by recorded_at',
      (select string_agg(format('t.%I', k), ', ') from unnest(source.keys) k), source.name)
    loop
      perform evenkeel.append_to_chain(source.name, stored.key, stored.body);
    end loop;
    execute format(
      'create trigger %I after insert on evenkeel.%I for each row execute function evenkeel.enchain(%s)',
      source.name || '_is_chained', source.name,
      (select string_agg(quote_literal(k), ', ') from unnest(source.keys) k));
  end loop;
  perform set_config('timezone', old_zone, true);
end
$$;

-- Roles are of the whole server and may be there already.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['evenkeel_owner', 'evenkeel_bot', 'evenkeel_operator', 'evenkeel_reader'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I nologin', wanted);
      exception
        when duplicate_object or unique_violation then null;
        when insufficient_privilege then
          raise exception 'the role % is missing and % may not create it: let an administrator run "create role % nologin; grant % to %"',
            wanted, current_user, wanted, wanted, current_user
            using errcode = 'insufficient_privilege';
      end;
    end if;
    if not pg_has_role(current_user, wanted, 'member')
       or not exists (select from pg_auth_members m join pg_roles r on r.oid = m.roleid
                      join pg_roles u on u.oid = m.member where r.rolname = wanted and u.rolname = current_user) then
      execute format('grant %I to %I', wanted, current_user);
    end if;
  end loop;
end
$$;

grant usage on schema evenkeel, quartz to evenkeel_owner, evenkeel_bot;
grant usage on schema evenkeel to evenkeel_operator, evenkeel_reader;
grant all on all tables in schema evenkeel, quartz to evenkeel_owner;
grant select on all tables in schema evenkeel to evenkeel_bot, evenkeel_operator, evenkeel_reader;
grant select, insert, update, delete on all tables in schema quartz to evenkeel_bot;

-- The bot writes facts; what only a person may say it cannot write, and nothing can it remove.
do $$
declare
  named text;
begin
  for named in
    select table_name from information_schema.tables
    where table_schema = 'evenkeel' and table_type = 'BASE TABLE'
      and table_name not in ('flyway_schema_history', 'attempt_state', 'attempt_transition', 'chain', 'request',
                             'request_decision', 'exposure_override', 'override_end', 'run_request')
  loop
    execute format('grant insert on evenkeel.%I to evenkeel_bot', named);
    if not exists (select from pg_trigger t where t.tgrelid = format('evenkeel.%I', named)::regclass
                   and t.tgname like '%\_is\_append\_only') then
      execute format('grant update on evenkeel.%I to evenkeel_bot', named);
    end if;
  end loop;
end
$$;
grant update on evenkeel.run_request to evenkeel_bot;

-- The operator's commands write orders of persons, and nothing about orders at a venue or money.
grant insert on evenkeel.audit, evenkeel.trading_state, evenkeel.exposure_override, evenkeel.override_end,
  evenkeel.run_request, evenkeel.request, evenkeel.request_decision, evenkeel.lock, evenkeel.flow_classification
  to evenkeel_operator;
grant update (cleared_at, cleared_by) on evenkeel.lock to evenkeel_operator;

-- Tables of later migrations: all may read and the bot may write, unless the migration says otherwise.
alter default privileges in schema evenkeel grant select on tables to evenkeel_operator, evenkeel_reader;
alter default privileges in schema evenkeel grant select, insert, update on tables to evenkeel_bot;
alter default privileges in schema evenkeel grant all on tables to evenkeel_owner;
