-- What the bot wanted to order and did not: one row per intent that policy refused, with the reason.

create table evenkeel.denial
(
  denial_id   bigint generated always as identity,
  intent_id   text        not null,
  cycle_id    text        not null,
  reason      text        not null,
  detail      text        not null,
  at          timestamptz not null,
  run_id      text        not null,
  epoch       bigint      not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint denial_pk primary key (denial_id),
  constraint denial_intent_fk foreign key (intent_id) references evenkeel.intent,
  constraint denial_cycle_fk foreign key (cycle_id) references evenkeel.cycle,
  constraint denial_run_fk foreign key (run_id) references evenkeel.run
);
comment on table evenkeel.denial is
  'An intent, or the rest of one, that was not ordered: DENIED by the gate, the plan''s age or the venue''s answer.';
create index denial_by_cycle on evenkeel.denial (cycle_id);
create trigger denial_is_append_only
  before update or delete or truncate on evenkeel.denial
  for each statement execute function evenkeel.refuse_change();
