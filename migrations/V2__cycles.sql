-- Decisions: one row per slot, what was observed for it, and what every stage made of that.

create table evenkeel.cycle
(
  cycle_id     text        not null,
  strategy     text        not null,
  due_at       timestamptz not null,
  occasion     text        not null,
  started_at   timestamptz not null,
  status       text        not null,
  ended_at     timestamptz,
  reason       text        not null default '',
  stage_millis json        not null default '{}',
  run_id       text        not null,
  epoch        bigint      not null,
  recorded_at  timestamptz not null default clock_timestamp(),
  constraint cycle_pk primary key (cycle_id),
  constraint one_cycle_per_slot unique (strategy, due_at, occasion),
  constraint cycle_run_fk foreign key (run_id) references evenkeel.run,
  constraint cycle_occasion_is_known check (occasion in ('CADENCE', 'OPERATOR')),
  constraint cycle_status_is_known check (status in ('RUNNING', 'DONE', 'SKIPPED', 'HELD', 'FAILED')),
  constraint cycle_has_an_end_unless_running check ((status = 'RUNNING') = (ended_at is null))
);
comment on table evenkeel.cycle is 'One decision per slot; a duplicate trigger cannot make a second one.';
create index cycle_by_due on evenkeel.cycle (due_at desc);
create index cycle_running on evenkeel.cycle (started_at) where status = 'RUNNING';

create function evenkeel.guard_cycle() returns trigger
  language plpgsql as
$$
begin
  if old.status <> 'RUNNING' then
    raise exception 'constraint "cycle_ends_once": cycle % has ended %, which nothing may change',
      old.cycle_id, old.status
      using errcode = 'restrict_violation', constraint = 'cycle_ends_once';
  end if;
  if (new.cycle_id, new.strategy, new.due_at, new.occasion, new.started_at, new.run_id, new.epoch, new.recorded_at)
     is distinct from
     (old.cycle_id, old.strategy, old.due_at, old.occasion, old.started_at, old.run_id, old.epoch, old.recorded_at) then
    raise exception 'constraint "cycle_identity_is_immutable": the identity of cycle % may not change',
      old.cycle_id
      using errcode = 'restrict_violation', constraint = 'cycle_identity_is_immutable';
  end if;
  return new;
end
$$;
create trigger cycle_ends_once
  before update on evenkeel.cycle
  for each row execute function evenkeel.guard_cycle();
create trigger cycle_is_never_removed
  before delete or truncate on evenkeel.cycle
  for each statement execute function evenkeel.refuse_change();

create table evenkeel.observation
(
  hash         text        not null,
  kind         text        not null,
  body         bytea       not null,
  text_length  integer     not null,
  run_id       text        not null,
  epoch        bigint      not null,
  recorded_at  timestamptz not null default clock_timestamp(),
  constraint observation_pk primary key (hash),
  constraint observation_hash_is_sha256 check (hash ~ '^[0-9a-f]{64}$'),
  constraint observation_kind_is_known check (kind in ('market', 'account')),
  constraint observation_run_fk foreign key (run_id) references evenkeel.run
);
comment on table evenkeel.observation is
  'What was observed before a decision, named by the SHA-256 of its canonical JSON text.';
comment on column evenkeel.observation.body is 'The canonical JSON text in UTF-8, compressed as gzip.';
alter table evenkeel.observation alter column body set storage external;
create trigger observation_is_append_only
  before update or delete or truncate on evenkeel.observation
  for each statement execute function evenkeel.refuse_change();

create table evenkeel.cycle_input
(
  cycle_id    text        not null,
  kind        text        not null,
  hash        text        not null,
  run_id      text        not null,
  epoch       bigint      not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint one_input_of_a_kind_per_cycle primary key (cycle_id, kind),
  constraint cycle_input_cycle_fk foreign key (cycle_id) references evenkeel.cycle,
  constraint cycle_input_observation_fk foreign key (hash) references evenkeel.observation,
  constraint cycle_input_run_fk foreign key (run_id) references evenkeel.run
);
comment on table evenkeel.cycle_input is 'Which observations a cycle decided from: what a replay needs.';
create trigger cycle_input_is_append_only
  before update or delete or truncate on evenkeel.cycle_input
  for each statement execute function evenkeel.refuse_change();

create table evenkeel.cycle_document
(
  cycle_id    text        not null,
  stage       text        not null,
  body        json        not null,
  hash        text        not null,
  run_id      text        not null,
  epoch       bigint      not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint one_document_of_a_stage_per_cycle primary key (cycle_id, stage),
  constraint cycle_document_hash_is_sha256 check (hash ~ '^[0-9a-f]{64}$'),
  constraint cycle_document_cycle_fk foreign key (cycle_id) references evenkeel.cycle,
  constraint cycle_document_run_fk foreign key (run_id) references evenkeel.run
);
comment on table evenkeel.cycle_document is
  'What a stage made: estimate, target, plan, statement.';
comment on column evenkeel.cycle_document.body is
  'Type json and not jsonb: it keeps the very text that the hash was taken from.';
create trigger cycle_document_is_append_only
  before update or delete or truncate on evenkeel.cycle_document
  for each statement execute function evenkeel.refuse_change();
