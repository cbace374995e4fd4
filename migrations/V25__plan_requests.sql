-- A wish for a cycle may bring the plan that it wants carried out.

create table evenkeel.plan_request
(
  request_id  bigint      not null,
  hash        text        not null,
  body        json        not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint plan_request_pk primary key (request_id),
  constraint plan_request_run_request_fk foreign key (request_id) references evenkeel.run_request,
  constraint plan_request_hash_is_sha256 check (hash ~ '^[0-9a-f]{64}$')
);
comment on table evenkeel.plan_request is
  'A saved plan that an operator wants carried out, with all that must still hold for it.';
create trigger plan_request_is_append_only
  before update or delete or truncate on evenkeel.plan_request
  for each statement execute function evenkeel.refuse_change();
