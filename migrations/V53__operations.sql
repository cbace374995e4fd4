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

-- The lease may be taken away from its holder by persons: by one if it has run out, by two while it is alive. Whatever the
-- holder writes afterwards is refused, because the epoch has grown.
create table evenkeel.lease_takeover
(
  name        text        not null,
  epoch       bigint      not null,
  holder      text        not null,
  was_alive   boolean     not null,
  request_id  bigint,
  author      text        not null,
  reason      text        not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint lease_takeover_pk primary key (name, epoch),
  constraint lease_takeover_of_a_request_once unique (request_id),
  constraint lease_takeover_request_fk foreign key (request_id) references evenkeel.request,
  constraint lease_takeover_of_the_living_needs_two check (not was_alive or request_id is not null),
  constraint lease_takeover_names_its_author check (author <> ''),
  constraint lease_takeover_gives_a_reason check (reason <> '')
);
comment on table evenkeel.lease_takeover is 'A lease that persons took away from its holder; the epoch is the one that ended.';

create function evenkeel.take_lease(wanted text, seen bigint, request bigint, who text, why text) returns boolean
  language plpgsql
  security definer
  set search_path = pg_catalog
as
$$
declare
  held evenkeel.lease;
  alive boolean;
begin
  select * into held from evenkeel.lease where name = wanted for update;
  if held.name is null or held.epoch <> seen then
    return false;
  end if;
  alive := held.expires_at is not null and held.expires_at > clock_timestamp();
  if alive and request is null then
    return false;
  end if;
  if request is not null and not exists (
    select from evenkeel.request r join evenkeel.request_decision d using (request_id)
    where r.request_id = request and r.kind = 'lease-steal' and d.is_approved and lower(d.author) <> lower(r.author)
      and r.payload = held.name || E'\n' || held.epoch || E'\n' || held.holder
      and clock_timestamp() <= d.recorded_at + interval '15 minutes') then
    return false;
  end if;
  insert into evenkeel.lease_takeover (name, epoch, holder, was_alive, request_id, author, reason)
  values (held.name, held.epoch, held.holder, alive, request, who, why);
  update evenkeel.lease set epoch = held.epoch + 1, holder = 'nobody, taken away by ' || who, expires_at = null
  where name = held.name;
  return true;
end
$$;
comment on function evenkeel.take_lease(text, bigint, bigint, text, text) is
  'Ends a lease by order of persons; false if it is another one now, or what two persons have agreed on does not fit.';

-- A rehearsal of the kill switch: the book as it was, flattened at a simulated venue of which every fifth answer is wrong.
create table evenkeel.kill_drill
(
  kill_drill_id   bigint generated always as identity,
  positions       integer     not null,
  runs            integer     not null,
  worst_seconds   numeric     not null,
  allowed_seconds numeric     not null,
  is_passed       boolean     not null,
  body            json        not null,
  author          text        not null,
  reason          text        not null,
  recorded_at     timestamptz not null default clock_timestamp(),
  constraint kill_drill_pk primary key (kill_drill_id),
  constraint kill_drill_is_passed_in_time check (is_passed = (worst_seconds <= allowed_seconds)),
  constraint kill_drill_names_its_author check (author <> ''),
  constraint kill_drill_gives_a_reason check (reason <> '')
);
comment on table evenkeel.kill_drill is 'A rehearsal of the kill switch with its figures per instrument.';

create trigger lease_takeover_is_append_only
  before update or delete or truncate on evenkeel.lease_takeover
  for each statement execute function evenkeel.refuse_change();
create trigger kill_drill_is_append_only
  before update or delete or truncate on evenkeel.kill_drill
  for each statement execute function evenkeel.refuse_change();
create trigger lease_takeover_is_chained
  after insert on evenkeel.lease_takeover
  for each row execute function evenkeel.enchain('name', 'epoch');
create trigger kill_drill_is_chained
  after insert on evenkeel.kill_drill
  for each row execute function evenkeel.enchain('kill_drill_id');

revoke all on evenkeel.lease_takeover, evenkeel.kill_drill from evenkeel_bot, evenkeel_operator, evenkeel_reader;
grant select on evenkeel.lease_takeover, evenkeel.kill_drill to evenkeel_bot, evenkeel_operator, evenkeel_reader;
grant insert on evenkeel.kill_drill to evenkeel_operator;
revoke all on function evenkeel.take_lease(text, bigint, bigint, text, text) from public;
grant execute on function evenkeel.take_lease(text, bigint, bigint, text, text) to evenkeel_operator;
