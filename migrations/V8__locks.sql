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
