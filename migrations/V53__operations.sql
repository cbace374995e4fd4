-- What operators want of the schedule beside skipping: an appointment at another time, and a decision about some sleeves only.

create table evenkeel.slot_move
(
  slot_move_id bigint generated always as identity,
  from_at      timestamptz not null,
  to_at        timestamptz not null,
  author       text        not null,
  reason       text        not null,
  recorded_at  timestamptz not null default clock_timestamp(),
  constraint slot_move_pk primary key (slot_move_id),
  constraint slot_move_goes_somewhere check (from_at <> to_at),
  constraint slot_move_names_its_author check (author <> ''),
  constraint slot_move_gives_a_reason check (reason <> '')
);
comment on table evenkeel.slot_move is 'An appointment that an operator has moved; the newest row about it counts.';

create table evenkeel.rebalance_request
(
  request_id  bigint      not null,
  sleeve      text        not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint rebalance_request_pk primary key (request_id, sleeve),
  constraint rebalance_request_run_request_fk foreign key (request_id) references evenkeel.run_request,
  constraint rebalance_request_names_a_sleeve check (sleeve <> '')
);
comment on table evenkeel.rebalance_request is 'A sleeve to which a wish for a cycle is limited; without a row nothing is left out.';

create trigger slot_move_is_append_only
  before update or delete or truncate on evenkeel.slot_move
  for each statement execute function evenkeel.refuse_change();
create trigger rebalance_request_is_append_only
  before update or delete or truncate on evenkeel.rebalance_request
  for each statement execute function evenkeel.refuse_change();
create trigger slot_move_is_chained
  after insert on evenkeel.slot_move
  for each row execute function evenkeel.enchain('slot_move_id');
create trigger rebalance_request_is_chained
  after insert on evenkeel.rebalance_request
  for each row execute function evenkeel.enchain('request_id', 'sleeve');

revoke all on evenkeel.slot_move, evenkeel.rebalance_request
  from evenkeel_bot, evenkeel_operator, evenkeel_reader;
grant select on evenkeel.slot_move, evenkeel.rebalance_request
  to evenkeel_bot, evenkeel_operator, evenkeel_reader;
grant insert on evenkeel.slot_move, evenkeel.rebalance_request to evenkeel_operator;
