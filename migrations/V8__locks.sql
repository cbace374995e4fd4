-- What freezes trading and who may end that: requests that two persons agree on.

create table evenkeel.request
(
  request_id   bigint generated always as identity,
  kind         text        not null,
  subject      text        not null,
  payload      text        not null,
  request_hash text        not null,
  author       text        not null,
  reason       text        not null,
  recorded_at  timestamptz not null default clock_timestamp(),
  constraint request_pk primary key (request_id),
  constraint request_hash_is_of_its_content check (request_hash =
    encode(sha256(convert_to(kind || E'\n' || subject || E'\n' || payload, 'UTF8')), 'hex')),
  constraint request_names_its_author check (btrim(author) <> ''),
  constraint request_gives_a_reason check (btrim(reason) <> '')
);
comment on table evenkeel.request is 'Something that raises risk: one person asks for it, another one must approve.';
create trigger request_is_append_only
  before update or delete or truncate on evenkeel.request
  for each statement execute function evenkeel.refuse_change();

create table evenkeel.request_decision
(
  request_id   bigint      not null,
  is_approved  boolean     not null,
  request_hash text        not null,
  author       text        not null,
  reason       text        not null,
  recorded_at  timestamptz not null default clock_timestamp(),
  constraint request_is_decided_once primary key (request_id),
  constraint request_decision_request_fk foreign key (request_id) references evenkeel.request,
  constraint request_decision_names_its_author check (btrim(author) <> ''),
  constraint request_decision_gives_a_reason check (btrim(reason) <> '')
);
comment on table evenkeel.request_decision is
  'What a second person said to a request, bound to its content by the hash.';
create trigger request_decision_is_append_only
  before update or delete or truncate on evenkeel.request_decision
  for each statement execute function evenkeel.refuse_change();

create function evenkeel.guard_request_decision() returns trigger
  language plpgsql as
$$
declare
  asked evenkeel.request;
begin
  select * into asked from evenkeel.request r where r.request_id = new.request_id;
  if new.request_hash <> asked.request_hash then
    raise exception 'constraint "request_decision_is_of_its_content": request % has another content than the one decided on',
      new.request_id
      using errcode = 'restrict_violation', constraint = 'request_decision_is_of_its_content';
  end if;
  if new.is_approved and lower(btrim(new.author)) = lower(btrim(asked.author)) then
    raise exception 'constraint "request_is_approved_by_another_person": request % is of % and needs another one''s approval',
      new.request_id, asked.author
      using errcode = 'restrict_violation', constraint = 'request_is_approved_by_another_person';
  end if;
  if new.is_approved and clock_timestamp() > asked.recorded_at + interval '15 minutes' then
    raise exception 'constraint "request_is_approved_in_time": request % has expired', new.request_id
      using errcode = 'restrict_violation', constraint = 'request_is_approved_in_time';
  end if;
  return new;
end
$$;
create trigger request_decision_is_allowed
  before insert on evenkeel.request_decision
  for each row execute function evenkeel.guard_request_decision();

create table evenkeel.request_outcome
(
  request_id  bigint      not null,
  is_done     boolean     not null,
  detail      text        not null,
  run_id      text        not null,
  epoch       bigint      not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint request_is_concluded_once primary key (request_id),
  constraint request_outcome_decision_fk foreign key (request_id) references evenkeel.request_decision,
  constraint request_outcome_run_fk foreign key (run_id) references evenkeel.run
);
comment on table evenkeel.request_outcome is
  'What came of an approved request; written in the transaction that carries it out.';
create trigger request_outcome_is_append_only
  before update or delete or truncate on evenkeel.request_outcome
  for each statement execute function evenkeel.refuse_change();

create function evenkeel.guard_request_outcome() returns trigger
  language plpgsql as
$$
declare
  decision evenkeel.request_decision;
begin
  select * into decision from evenkeel.request_decision d where d.request_id = new.request_id;
  if not decision.is_approved then
    raise exception 'constraint "request_outcome_needs_approval": request % was rejected', new.request_id
      using errcode = 'restrict_violation', constraint = 'request_outcome_needs_approval';
  end if;
  if new.is_done and clock_timestamp() > decision.recorded_at + interval '15 minutes' then
    raise exception 'constraint "request_is_carried_out_in_time": the approval of request % has expired', new.request_id
      using errcode = 'restrict_violation', constraint = 'request_is_carried_out_in_time';
  end if;
  return new;
end
$$;
create trigger request_outcome_is_allowed
  before insert on evenkeel.request_outcome
  for each row execute function evenkeel.guard_request_outcome();

create table evenkeel.lock
(
  lock_id     bigint generated always as identity,
  subject     text        not null,
  cause       text        not null,
  key         text        not null,
  owner       text        not null,
  ledger      text        not null,
  venue       text        not null,
  since       timestamptz not null,
  opened_by   text        not null,
  run_id      text,
  epoch       bigint,
  recorded_at timestamptz not null default clock_timestamp(),
  cleared_at  timestamptz,
  cleared_by  text,
  request_id  bigint,
  constraint lock_pk primary key (lock_id),
  constraint lock_cause_is_a_word check (cause ~ '^[A-Z]+(_[A-Z]+)*$'),
  constraint lock_owner_is_known check (owner in ('CAUSE', 'OPERATOR')),
  constraint lock_names_who_opened_it check (opened_by <> ''),
  constraint lock_is_cleared_by_somebody check ((cleared_at is null) = (cleared_by is null)),
  constraint lock_of_the_bot_names_its_run check ((cause = 'OPERATOR') = (run_id is null) and (run_id is null) = (epoch is null)),
  constraint lock_needs_an_acknowledgement
    check (cleared_at is null or owner = 'CAUSE' or cause = 'OPERATOR' or request_id is not null),
  constraint lock_run_fk foreign key (run_id) references evenkeel.run,
  constraint lock_request_fk foreign key (request_id) references evenkeel.request_outcome deferrable initially deferred
);
comment on table evenkeel.lock is
  'What is frozen and why; one of owner CAUSE is cleared when its cause is gone, one of owner OPERATOR by persons only.';
create unique index one_open_lock_per_subject_cause_and_key on evenkeel.lock (subject, cause, key)
  where cleared_at is null;
create index lock_open on evenkeel.lock (lock_id) where cleared_at is null;

create function evenkeel.guard_lock() returns trigger
  language plpgsql as
$$
begin
  if old.cleared_at is not null or new.cleared_at is null
     or (new.lock_id, new.subject, new.cause, new.key, new.owner, new.ledger, new.venue, new.since, new.opened_by,
         new.run_id, new.epoch, new.recorded_at)
        is distinct from
        (old.lock_id, old.subject, old.cause, old.key, old.owner, old.ledger, old.venue, old.since, old.opened_by,
         old.run_id, old.epoch, old.recorded_at)
  then
    raise exception 'constraint "lock_is_cleared_once": lock % may only be cleared, once', old.lock_id
      using errcode = 'restrict_violation', constraint = 'lock_is_cleared_once';
  end if;
  return new;
end
$$;
create trigger lock_is_cleared_once
  before update on evenkeel.lock
  for each row execute function evenkeel.guard_lock();
create trigger lock_is_never_removed
  before delete or truncate on evenkeel.lock
  for each statement execute function evenkeel.refuse_change();

insert into evenkeel.lock (subject, cause, key, owner, ledger, venue, since, opened_by, run_id, epoch)
select b.subject,
       case when b.cause = 'balance differs' then 'BALANCE_DIFFERS'
            when b.cause = 'position differs' then 'POSITION_DIFFERS'
            else 'FOREIGN_ORDER' end,
       '', 'CAUSE', b.ledger, b.venue, b.since, 'bot', b.run_id, b.epoch
from evenkeel.position_break b
where b.closed_at is null
order by b.break_id;
drop table evenkeel.position_break;
drop function evenkeel.guard_position_break();

create table evenkeel.known_spec
(
  known_spec_id bigint generated always as identity,
  instrument    text        not null,
  spec_hash     text        not null,
  text          text        not null,
  run_id        text        not null,
  epoch         bigint      not null,
  recorded_at   timestamptz not null default clock_timestamp(),
  constraint known_spec_pk primary key (known_spec_id),
  constraint known_spec_hash_is_sha256 check (spec_hash ~ '^[0-9a-f]{64}$'),
  constraint known_spec_run_fk foreign key (run_id) references evenkeel.run
);
comment on table evenkeel.known_spec is
  'The specification of an instrument that was seen first or acknowledged; the newest row counts.';
create index known_spec_by_instrument on evenkeel.known_spec (instrument, known_spec_id desc);
create trigger known_spec_is_append_only
  before update or delete or truncate on evenkeel.known_spec
  for each statement execute function evenkeel.refuse_change();
