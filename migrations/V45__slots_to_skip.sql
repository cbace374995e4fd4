-- An operator may let one appointment pass: a fact about that appointment, so that no crash can use it up for another one.

create table evenkeel.slot_to_skip
(
  due_at      timestamptz not null,
  author      text        not null,
  reason      text        not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint slot_to_skip_pk primary key (due_at),
  constraint slot_to_skip_names_its_author check (author <> ''),
  constraint slot_to_skip_gives_a_reason check (reason <> '')
);
comment on table evenkeel.slot_to_skip is 'An appointment that an operator lets pass without a decision.';
create trigger slot_to_skip_is_append_only
  before update or delete or truncate on evenkeel.slot_to_skip
  for each statement execute function evenkeel.refuse_change();
create trigger slot_to_skip_is_chained
  after insert on evenkeel.slot_to_skip
  for each row execute function evenkeel.enchain('due_at');
grant insert on evenkeel.slot_to_skip to evenkeel_operator;
revoke insert, update on evenkeel.slot_to_skip from evenkeel_bot;
