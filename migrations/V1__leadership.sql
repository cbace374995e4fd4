-- Who may write, and who wrote: starts of the program, the lease with its epoch, the name of this database.

create function evenkeel.refuse_change() returns trigger
  language plpgsql as
$$
begin
  raise exception 'constraint "%": % is refused', tg_table_name || '_is_append_only', lower(tg_op)
    using errcode = 'restrict_violation',
          schema = tg_table_schema,
          table = tg_table_name,
          constraint = tg_table_name || '_is_append_only';
end
$$;
comment on function evenkeel.refuse_change() is
  'Facts are corrected by a new row, never by editing an old one.';

create table evenkeel.lease
(
  name       text        not null,
  epoch      bigint      not null,
  holder     text        not null,
  expires_at timestamptz,
  constraint lease_pk primary key (name),
  constraint lease_epoch_counts_from_one check (epoch >= 1)
);
comment on table evenkeel.lease is
  'The right to decide and to write; every writing transaction locks its row and compares the epoch.';
comment on column evenkeel.lease.epoch is 'Grows by one with every take-over.';
comment on column evenkeel.lease.expires_at is 'By the clock of this database; null if it was given back.';

create function evenkeel.guard_lease() returns trigger
  language plpgsql as
$$
begin
  if new.name <> old.name or new.epoch < old.epoch then
    raise exception 'constraint "lease_epoch_only_grows": the epoch of lease % would fall from % to %',
      old.name, old.epoch, new.epoch
      using errcode = 'restrict_violation', constraint = 'lease_epoch_only_grows';
  end if;
  return new;
end
$$;
create trigger lease_epoch_only_grows
  before update on evenkeel.lease
  for each row execute function evenkeel.guard_lease();
create trigger lease_is_never_removed
  before delete or truncate on evenkeel.lease
  for each statement execute function evenkeel.refuse_change();

create table evenkeel.run
(
  run_id         text        not null,
  mode           text        not null,
  version        text        not null,
  config_hash    text        not null,
  schema_version text        not null,
  started_at     timestamptz not null,
  epoch          bigint      not null,
  recorded_at    timestamptz not null default clock_timestamp(),
  constraint run_pk primary key (run_id)
);
comment on table evenkeel.run is 'One row per start of the program that led: what exactly was running.';
comment on column evenkeel.run.started_at is 'The bot''s own clock, which is market time in a rehearsal.';
create index run_by_time on evenkeel.run (recorded_at);
create trigger run_is_append_only
  before update or delete or truncate on evenkeel.run
  for each statement execute function evenkeel.refuse_change();

create table evenkeel.incarnation
(
  only_one    boolean     not null default true,
  nonce       text        not null,
  run_id      text        not null,
  epoch       bigint      not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint one_incarnation_per_database primary key (only_one),
  constraint incarnation_is_one_row check (only_one),
  constraint incarnation_nonce_has_four_characters check (nonce ~ '^[0-9a-z]{4}$'),
  constraint incarnation_run_fk foreign key (run_id) references evenkeel.run
);
comment on table evenkeel.incarnation is
  'The name of this database inside every client order id; made once, so orders of another database are told apart.';
create trigger incarnation_is_append_only
  before update or delete or truncate on evenkeel.incarnation
  for each statement execute function evenkeel.refuse_change();

create table evenkeel.heartbeat
(
  run_id   text        not null,
  bot_time timestamptz not null,
  db_time  timestamptz not null,
  epoch    bigint      not null,
  constraint heartbeat_pk primary key (run_id),
  constraint heartbeat_run_fk foreign key (run_id) references evenkeel.run
);
comment on table evenkeel.heartbeat is 'The last sign of life of every run: its own clock and this database''s.';
