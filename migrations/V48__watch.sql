-- The independent watcher: a second process that looks at the whole account from outside of the engine. It reads what the
-- engine says, keeps its newest look, and may do one thing to the bot: halt it.

create table evenkeel.watch_look
(
  name             text        not null,
  verdict          text        not null,
  words            text        not null,
  row              integer     not null,
  action           text        not null,
  engine           text        not null,
  interval_seconds integer     not null,
  currency         text        not null,
  nav              numeric,
  gross            numeric,
  net              numeric,
  largest_name     text,
  largest          numeric,
  margin_ratio     numeric,
  looked_at        timestamptz not null,
  constraint watch_look_pk primary key (name),
  constraint watch_look_verdict_is_known check (verdict in ('WITHIN', 'BREACH', 'DISAGREES', 'BLIND')),
  constraint watch_look_interval_is_positive check (interval_seconds > 0)
);
comment on table evenkeel.watch_look is 'The newest look of each watcher; the one before is not kept, what was done is in watch_action.';
comment on column evenkeel.watch_look.looked_at is 'By the clock of this database.';

create table evenkeel.watch_action
(
  action_id   bigint      not null generated always as identity,
  kind        text        not null,
  author      text        not null,
  words       text        not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint watch_action_pk primary key (action_id),
  constraint watch_action_kind_is_known check (kind in ('HALT', 'CANCEL')),
  constraint watch_action_names_its_author check (author <> ''),
  constraint watch_action_says_why check (words <> '')
);
comment on table evenkeel.watch_action is
  'What a watcher has done: HALT with its cause, which latches until trading is allowed again, and CANCEL with what came of it.';
create trigger watch_action_is_append_only
  before update or delete or truncate on evenkeel.watch_action
  for each statement execute function evenkeel.refuse_change();
create trigger watch_action_is_chained
  after insert on evenkeel.watch_action
  for each row execute function evenkeel.enchain('action_id');

do $$
begin
  if not exists (select from pg_roles where rolname = 'evenkeel_watcher') then
    begin
      create role evenkeel_watcher nologin;
    exception
      when duplicate_object or unique_violation then null;
      when insufficient_privilege then
        raise exception 'the role evenkeel_watcher is missing and % may not create it: let an administrator run "create role evenkeel_watcher nologin; grant evenkeel_watcher to %"',
          current_user, current_user
          using errcode = 'insufficient_privilege';
    end;
  end if;
  if not pg_has_role(current_user, 'evenkeel_watcher', 'member')
     or not exists (select from pg_auth_members m join pg_roles r on r.oid = m.roleid
                    join pg_roles u on u.oid = m.member
                    where r.rolname = 'evenkeel_watcher' and u.rolname = current_user) then
    execute format('grant evenkeel_watcher to %I', current_user);
  end if;
end
$$;

-- It reads what the engine says of itself, and nothing about orders or persons.
grant usage on schema evenkeel to evenkeel_watcher;
grant select on evenkeel.lease, evenkeel.heartbeat, evenkeel.run, evenkeel.trading_state, evenkeel.ledger_entry,
  evenkeel.watch_look, evenkeel.watch_action, evenkeel.audit to evenkeel_watcher;
grant insert on evenkeel.audit, evenkeel.trading_state, evenkeel.watch_action, evenkeel.watch_look to evenkeel_watcher;
grant update on evenkeel.watch_look to evenkeel_watcher;
grant execute on function evenkeel.hold_trading_state() to evenkeel_watcher;
revoke insert, update on evenkeel.watch_look, evenkeel.watch_action from evenkeel_bot;

-- Of all trading states it may set the strictest that leaves positions alone, and no other.
create function evenkeel.guard_watcher_state() returns trigger
  language plpgsql as
$$
begin
  if current_user = 'evenkeel_watcher' and new.state <> 'HALTED' then
    raise exception 'constraint "watcher_only_halts": the watcher may not set %', new.state
      using errcode = 'restrict_violation', constraint = 'watcher_only_halts';
  end if;
  return new;
end
$$;
create trigger watcher_only_halts
  before insert on evenkeel.trading_state
  for each row execute function evenkeel.guard_watcher_state();
