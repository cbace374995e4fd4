-- Orders: an intent says what is wanted, an attempt is one order on the wire, an event is one step of an attempt.

create table evenkeel.intent
(
  intent_id     text        not null,
  cycle_id      text        not null,
  instrument    text        not null,
  leg           integer     not null,
  side          text        not null,
  quantity      numeric     not null,
  reduce_only   boolean     not null,
  arrival_price numeric     not null,
  run_id        text        not null,
  epoch         bigint      not null,
  recorded_at   timestamptz not null default clock_timestamp(),
  constraint intent_pk primary key (intent_id),
  constraint one_intent_per_cycle_instrument_and_leg unique (cycle_id, instrument, leg),
  constraint intent_side_is_known check (side in ('BUY', 'SELL')),
  constraint intent_quantity_above_zero check (quantity > 0),
  constraint intent_arrival_price_above_zero check (arrival_price > 0),
  constraint intent_cycle_fk foreign key (cycle_id) references evenkeel.cycle,
  constraint intent_run_fk foreign key (run_id) references evenkeel.run
);
comment on table evenkeel.intent is 'A wanted change of position, committed before anything is sent for it.';
create trigger intent_is_append_only
  before update or delete or truncate on evenkeel.intent
  for each statement execute function evenkeel.refuse_change();

create table evenkeel.attempt_state
(
  state       text    not null,
  is_terminal boolean not null,
  constraint attempt_state_pk primary key (state)
);
comment on table evenkeel.attempt_state is 'The states of an order.';
insert into evenkeel.attempt_state (state, is_terminal)
values ('PENDING_NEW', false),
       ('UNKNOWN', false),
       ('NEW', false),
       ('PARTIALLY_FILLED', false),
       ('SETTLING', false),
       ('QUARANTINED', false),
       ('FILLED', true),
       ('CANCELED', true),
       ('EXPIRED', true),
       ('REJECTED', true),
       ('ABSENT', true);

create table evenkeel.attempt_transition
(
  from_state text not null,
  to_state   text not null,
  constraint attempt_transition_pk primary key (from_state, to_state),
  constraint attempt_transition_from_fk foreign key (from_state) references evenkeel.attempt_state,
  constraint attempt_transition_to_fk foreign key (to_state) references evenkeel.attempt_state
);
comment on table evenkeel.attempt_transition is
  'The steps that an order may take; a terminal state has none, and only a closed order can become filled.';
insert into evenkeel.attempt_transition (from_state, to_state)
values ('PENDING_NEW', 'NEW'),
       ('PENDING_NEW', 'PARTIALLY_FILLED'),
       ('PENDING_NEW', 'SETTLING'),
       ('PENDING_NEW', 'REJECTED'),
       ('PENDING_NEW', 'UNKNOWN'),
       ('PENDING_NEW', 'ABSENT'),
       ('PENDING_NEW', 'QUARANTINED'),
       ('UNKNOWN', 'UNKNOWN'),
       ('UNKNOWN', 'NEW'),
       ('UNKNOWN', 'PARTIALLY_FILLED'),
       ('UNKNOWN', 'SETTLING'),
       ('UNKNOWN', 'ABSENT'),
       ('UNKNOWN', 'QUARANTINED'),
       ('NEW', 'NEW'),
       ('NEW', 'PARTIALLY_FILLED'),
       ('NEW', 'SETTLING'),
       ('NEW', 'UNKNOWN'),
       ('NEW', 'QUARANTINED'),
       ('PARTIALLY_FILLED', 'NEW'),
       ('PARTIALLY_FILLED', 'PARTIALLY_FILLED'),
       ('PARTIALLY_FILLED', 'SETTLING'),
       ('PARTIALLY_FILLED', 'UNKNOWN'),
       ('PARTIALLY_FILLED', 'QUARANTINED'),
       ('SETTLING', 'NEW'),
       ('SETTLING', 'PARTIALLY_FILLED'),
       ('SETTLING', 'SETTLING'),
       ('SETTLING', 'FILLED'),
       ('SETTLING', 'CANCELED'),
       ('SETTLING', 'EXPIRED'),
       ('SETTLING', 'REJECTED'),
       ('SETTLING', 'QUARANTINED'),
       ('QUARANTINED', 'NEW'),
       ('QUARANTINED', 'PARTIALLY_FILLED'),
       ('QUARANTINED', 'SETTLING'),
       ('QUARANTINED', 'ABSENT'),
       ('QUARANTINED', 'QUARANTINED');
create trigger attempt_state_is_append_only
  before update or delete or truncate on evenkeel.attempt_state
  for each statement execute function evenkeel.refuse_change();
create trigger attempt_transition_is_append_only
  before update or delete or truncate on evenkeel.attempt_transition
  for each statement execute function evenkeel.refuse_change();

create table evenkeel.attempt
(
  client_order_id text        not null,
  intent_id       text        not null,
  cycle_id        text        not null,
  number          integer     not null,
  instrument      text        not null,
  side            text        not null,
  order_qty       numeric     not null,
  limit_price     numeric     not null,
  time_in_force   text        not null,
  reduce_only     boolean     not null,
  signed_at       timestamptz not null,
  valid_until     timestamptz not null,
  request_hash    text        not null,
  state           text        not null,
  cum_qty         numeric     not null default 0,
  detail          text        not null default '',
  verdict         text,
  venue_order_id  text,
  committed_at    timestamptz not null,
  updated_at      timestamptz not null,
  run_id          text        not null,
  epoch           bigint      not null,
  recorded_at     timestamptz not null default clock_timestamp(),
  constraint one_attempt_per_client_order_id primary key (client_order_id),
  constraint one_attempt_per_intent_and_number unique (intent_id, number),
  constraint attempt_number_counts_from_one check (number >= 1),
  constraint attempt_side_is_known check (side in ('BUY', 'SELL')),
  constraint attempt_order_qty_above_zero check (order_qty > 0),
  constraint attempt_limit_price_above_zero check (limit_price > 0),
  constraint attempt_cum_qty_not_negative check (cum_qty >= 0),
  constraint attempt_expires_after_it_is_signed check (valid_until > signed_at),
  constraint attempt_request_hash_is_sha256 check (request_hash ~ '^[0-9a-f]{64}$'),
  constraint attempt_verdict_only_while_settling check ((state = 'SETTLING') = (verdict is not null)),
  constraint attempt_intent_fk foreign key (intent_id) references evenkeel.intent,
  constraint attempt_cycle_fk foreign key (cycle_id) references evenkeel.cycle,
  constraint attempt_state_fk foreign key (state) references evenkeel.attempt_state,
  constraint attempt_run_fk foreign key (run_id) references evenkeel.run
);
comment on table evenkeel.attempt is
  'One order on the wire, sent at most once; committed in PENDING_NEW before it is signed and sent.';
create unique index one_live_attempt_per_intent on evenkeel.attempt (intent_id)
  where state not in ('FILLED', 'CANCELED', 'EXPIRED', 'REJECTED', 'ABSENT');
create unique index one_attempt_per_venue_order on evenkeel.attempt (instrument, venue_order_id)
  where venue_order_id is not null;
create index attempt_open on evenkeel.attempt (committed_at)
  where state not in ('FILLED', 'CANCELED', 'EXPIRED', 'REJECTED', 'ABSENT');
create index attempt_by_time on evenkeel.attempt (committed_at desc);
create index attempt_by_cycle on evenkeel.attempt (cycle_id);

create function evenkeel.guard_new_attempt() returns trigger
  language plpgsql as
$$
begin
  if new.state <> 'PENDING_NEW' then
    raise exception 'constraint "attempt_begins_in_pending_new": attempt % would begin in %',
      new.client_order_id, new.state
      using errcode = 'check_violation', constraint = 'attempt_begins_in_pending_new';
  end if;
  return new;
end
$$;
create trigger attempt_begins_in_pending_new
  before insert on evenkeel.attempt
  for each row execute function evenkeel.guard_new_attempt();

create function evenkeel.guard_attempt() returns trigger
  language plpgsql as
$$
begin
  if (new.client_order_id, new.intent_id, new.cycle_id, new.number, new.instrument, new.side, new.order_qty,
      new.limit_price, new.time_in_force, new.reduce_only, new.signed_at, new.valid_until, new.request_hash,
      new.committed_at, new.run_id, new.epoch, new.recorded_at)
     is distinct from
     (old.client_order_id, old.intent_id, old.cycle_id, old.number, old.instrument, old.side, old.order_qty,
      old.limit_price, old.time_in_force, old.reduce_only, old.signed_at, old.valid_until, old.request_hash,
      old.committed_at, old.run_id, old.epoch, old.recorded_at) then
    raise exception 'constraint "attempt_request_is_immutable": what was sent as % may not change',
      old.client_order_id
      using errcode = 'restrict_violation', constraint = 'attempt_request_is_immutable';
  end if;
  if old.venue_order_id is not null and new.venue_order_id is distinct from old.venue_order_id then
    raise exception 'constraint "attempt_venue_order_is_immutable": attempt % has venue order % and would get %',
      old.client_order_id, old.venue_order_id, new.venue_order_id
      using errcode = 'restrict_violation', constraint = 'attempt_venue_order_is_immutable';
  end if;
  if not exists (select 1
                 from evenkeel.attempt_transition t
                 where t.from_state = old.state and t.to_state = new.state) then
    raise exception 'constraint "attempt_transition_is_allowed": attempt % may not go from % to %',
      old.client_order_id, old.state, new.state
      using errcode = 'check_violation', constraint = 'attempt_transition_is_allowed';
  end if;
  return new;
end
$$;
create trigger attempt_transition_is_allowed
  before update on evenkeel.attempt
  for each row execute function evenkeel.guard_attempt();
create trigger attempt_is_never_removed
  before delete or truncate on evenkeel.attempt
  for each statement execute function evenkeel.refuse_change();

create table evenkeel.attempt_event
(
  event_id        bigint generated always as identity,
  client_order_id text        not null,
  cycle_id        text        not null,
  event           text        not null,
  from_state      text,
  to_state        text        not null,
  cum_qty         numeric     not null,
  detail          text        not null,
  at              timestamptz not null,
  run_id          text        not null,
  epoch           bigint      not null,
  recorded_at     timestamptz not null default clock_timestamp(),
  constraint attempt_event_pk primary key (event_id),
  constraint attempt_event_attempt_fk foreign key (client_order_id) references evenkeel.attempt,
  constraint attempt_event_run_fk foreign key (run_id) references evenkeel.run
);
comment on table evenkeel.attempt_event is 'Every step of every order, in the order in which it was learned.';
create index attempt_event_by_attempt on evenkeel.attempt_event (client_order_id, event_id);
create trigger attempt_event_is_append_only
  before update or delete or truncate on evenkeel.attempt_event
  for each statement execute function evenkeel.refuse_change();
