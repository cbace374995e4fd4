-- The operator's hand: written without the lease, read by whoever leads, and every action kept.

create table evenkeel.audit
(
  audit_id    bigint generated always as identity,
  action      text        not null,
  subject     text        not null,
  before      text        not null,
  after       text        not null,
  author      text        not null,
  reason      text        not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint audit_pk primary key (audit_id),
  constraint audit_names_its_author check (author <> ''),
  constraint audit_gives_a_reason check (reason <> '')
);
comment on table evenkeel.audit is 'Every action of an operator or of a safety rule: who, what, before, after, why.';
create trigger audit_is_append_only
  before update or delete or truncate on evenkeel.audit
  for each statement execute function evenkeel.refuse_change();

create table evenkeel.trading_state
(
  trading_state_id bigint generated always as identity,
  state            text        not null,
  author           text        not null,
  reason           text        not null,
  recorded_at      timestamptz not null default clock_timestamp(),
  constraint trading_state_pk primary key (trading_state_id),
  constraint trading_state_is_known check (state in ('ACTIVE', 'PAUSED', 'REDUCE_ONLY', 'HALTED')),
  constraint trading_state_names_its_author check (author <> ''),
  constraint trading_state_gives_a_reason check (reason <> '')
);
comment on table evenkeel.trading_state is 'How far the bot may act: the newest row is in force, none means ACTIVE.';
create trigger trading_state_is_append_only
  before update or delete or truncate on evenkeel.trading_state
  for each statement execute function evenkeel.refuse_change();

create table evenkeel.exposure_override
(
  override_id bigint generated always as identity,
  sleeve      text        not null,
  kind        text        not null,
  value       numeric     not null,
  author      text        not null,
  reason      text        not null,
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint exposure_override_pk primary key (override_id),
  constraint exposure_override_kind_is_known check (kind in ('CAP', 'MULTIPLIER', 'EXCLUDE')),
  constraint exposure_override_value_not_negative check (value >= 0),
  constraint exposure_multiplier_only_lowers check (kind <> 'MULTIPLIER' or value <= 1),
  constraint exposure_override_expires_after_it_begins check (expires_at > created_at),
  constraint exposure_override_names_its_author check (author <> ''),
  constraint exposure_override_gives_a_reason check (reason <> '')
);
comment on table evenkeel.exposure_override is
  'An operator''s instruction that lowers a sleeve''s exposure for a time; times are of the bot''s own clock.';
create trigger exposure_override_is_append_only
  before update or delete or truncate on evenkeel.exposure_override
  for each statement execute function evenkeel.refuse_change();

create table evenkeel.override_end
(
  override_id bigint      not null,
  ended_at    timestamptz not null,
  author      text        not null,
  reason      text        not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint override_ends_once primary key (override_id),
  constraint override_end_override_fk foreign key (override_id) references evenkeel.exposure_override,
  constraint override_end_names_its_author check (author <> ''),
  constraint override_end_gives_a_reason check (reason <> '')
);
comment on table evenkeel.override_end is 'An override that was ended before it expired.';
create trigger override_end_is_append_only
  before update or delete or truncate on evenkeel.override_end
  for each statement execute function evenkeel.refuse_change();

create table evenkeel.run_request
(
  request_id  bigint generated always as identity,
  author      text        not null,
  reason      text        not null,
  taken_at    timestamptz,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint run_request_pk primary key (request_id),
  constraint run_request_names_its_author check (author <> ''),
  constraint run_request_gives_a_reason check (reason <> '')
);
comment on table evenkeel.run_request is 'An operator''s wish for a cycle now; taken once.';
create index run_request_waiting on evenkeel.run_request (request_id) where taken_at is null;

create function evenkeel.guard_run_request() returns trigger
  language plpgsql as
$$
begin
  if old.taken_at is not null or new.taken_at is null
     or (new.request_id, new.author, new.reason, new.recorded_at)
        is distinct from (old.request_id, old.author, old.reason, old.recorded_at) then
    raise exception 'constraint "run_request_is_taken_once": request % may only be taken, once',
      old.request_id
      using errcode = 'restrict_violation', constraint = 'run_request_is_taken_once';
  end if;
  return new;
end
$$;
create trigger run_request_is_taken_once
  before update on evenkeel.run_request
  for each row execute function evenkeel.guard_run_request();
create trigger run_request_is_never_removed
  before delete or truncate on evenkeel.run_request
  for each statement execute function evenkeel.refuse_change();
