-- Facts of the venue and what they are worth: fills, the double-entry ledger, valuations, disagreements.

create table evenkeel.fill
(
  venue           text        not null,
  account         text        not null,
  instrument      text        not null,
  trade_id        text        not null,
  venue_order_id  text        not null,
  client_order_id text,
  cycle_id        text,
  side            text        not null,
  last_qty        numeric     not null,
  last_px         numeric     not null,
  fee             numeric     not null,
  fee_currency    text        not null,
  realized_pnl    numeric     not null,
  pnl_currency    text        not null,
  is_maker        boolean     not null,
  venue_time      timestamptz not null,
  run_id          text        not null,
  epoch           bigint      not null,
  recorded_at     timestamptz not null default clock_timestamp(),
  constraint one_fill_per_trade primary key (venue, account, instrument, trade_id),
  constraint fill_side_is_known check (side in ('BUY', 'SELL')),
  constraint fill_last_qty_above_zero check (last_qty > 0),
  constraint fill_last_px_above_zero check (last_px > 0),
  constraint fill_attempt_fk foreign key (client_order_id) references evenkeel.attempt,
  constraint fill_cycle_fk foreign key (cycle_id) references evenkeel.cycle,
  constraint fill_run_fk foreign key (run_id) references evenkeel.run
);
comment on table evenkeel.fill is
  'One execution as the venue reported it; without client order id if no attempt of ours explains it.';
create index fill_by_time on evenkeel.fill (instrument, venue_time desc);
create index fill_by_venue_order on evenkeel.fill (instrument, venue_order_id);
create index fill_by_attempt on evenkeel.fill (client_order_id);
create index fill_by_cycle on evenkeel.fill (cycle_id);
create trigger fill_is_append_only
  before update or delete or truncate on evenkeel.fill
  for each statement execute function evenkeel.refuse_change();

create table evenkeel.ledger_transaction
(
  transaction_id bigint generated always as identity,
  kind           text        not null,
  reference      text        not null,
  venue_time     timestamptz not null,
  cycle_id       text,
  run_id         text        not null,
  epoch          bigint      not null,
  recorded_at    timestamptz not null default clock_timestamp(),
  written_in     xid8        not null default pg_current_xact_id(),
  constraint ledger_transaction_pk primary key (transaction_id),
  constraint one_booking_per_kind_and_reference unique (kind, reference),
  constraint ledger_transaction_kind_is_known
    check (kind in ('OPENING', 'FILL', 'FUNDING', 'TRANSFER', 'ADJUSTMENT')),
  constraint ledger_transaction_cycle_fk foreign key (cycle_id) references evenkeel.cycle,
  constraint ledger_transaction_run_fk foreign key (run_id) references evenkeel.run
);
comment on table evenkeel.ledger_transaction is 'One booking; a fact of the venue is booked once.';
comment on column evenkeel.ledger_transaction.written_in is
  'The database transaction that wrote it: entries cannot be added later.';
create index ledger_transaction_by_time on evenkeel.ledger_transaction (kind, venue_time desc);
create trigger ledger_transaction_is_append_only
  before update or delete or truncate on evenkeel.ledger_transaction
  for each statement execute function evenkeel.refuse_change();

create table evenkeel.ledger_entry
(
  transaction_id bigint  not null,
  number         integer not null,
  account        text    not null,
  unit           text    not null,
  amount         numeric not null,
  constraint ledger_entry_pk primary key (transaction_id, number),
  constraint ledger_entry_account_is_known
    check (account in ('SPOT_WALLET', 'FUTURES_WALLET', 'POSITION', 'MARKET', 'REALIZED_PNL', 'FEE', 'FUNDING',
                       'OPENING', 'TRANSFER', 'ADJUSTMENT')),
  constraint ledger_entry_amount_is_a_number check (amount not in ('NaN', 'Infinity', '-Infinity')),
  constraint ledger_entry_transaction_fk foreign key (transaction_id) references evenkeel.ledger_transaction
);
comment on table evenkeel.ledger_entry is
  'One side of a booking; amounts of a booking sum to zero in every unit, checked when the transaction commits.';
create index ledger_entry_by_account on evenkeel.ledger_entry (account, unit) include (amount);
create trigger ledger_entry_is_append_only
  before update or delete or truncate on evenkeel.ledger_entry
  for each statement execute function evenkeel.refuse_change();

create function evenkeel.check_balance() returns trigger
  language plpgsql as
$$
declare
  unbalanced record;
begin
  select e.unit, sum(e.amount) as total
  into unbalanced
  from evenkeel.ledger_entry e
  where e.transaction_id = new.transaction_id
  group by e.unit
  having sum(e.amount) <> 0
  limit 1;
  if found then
    raise exception 'constraint "ledger_sums_to_zero_per_unit": booking % does not balance in %: %',
      new.transaction_id, unbalanced.unit, unbalanced.total
      using errcode = 'check_violation', constraint = 'ledger_sums_to_zero_per_unit';
  end if;
  return null;
end
$$;
create constraint trigger ledger_sums_to_zero_per_unit
  after insert on evenkeel.ledger_entry
  deferrable initially deferred
  for each row execute function evenkeel.check_balance();

create function evenkeel.guard_ledger_entry() returns trigger
  language plpgsql as
$$
begin
  if not exists (select 1
                 from evenkeel.ledger_transaction t
                 where t.transaction_id = new.transaction_id and t.written_in = pg_current_xact_id()) then
    raise exception 'constraint "ledger_entries_come_with_their_transaction": booking % is complete and takes no further entry',
      new.transaction_id
      using errcode = 'restrict_violation', constraint = 'ledger_entries_come_with_their_transaction';
  end if;
  return new;
end
$$;
create trigger ledger_entries_come_with_their_transaction
  before insert on evenkeel.ledger_entry
  for each row execute function evenkeel.guard_ledger_entry();

create table evenkeel.nav
(
  cycle_id            text        not null,
  as_of               timestamptz not null,
  nav                 numeric     not null,
  gross_leverage      numeric     not null,
  forecast_volatility numeric     not null,
  turnover            numeric     not null,
  run_id              text        not null,
  epoch               bigint      not null,
  recorded_at         timestamptz not null default clock_timestamp(),
  constraint one_nav_per_cycle primary key (cycle_id),
  constraint nav_cycle_fk foreign key (cycle_id) references evenkeel.cycle,
  constraint nav_run_fk foreign key (run_id) references evenkeel.run
);
comment on table evenkeel.nav is 'The value of the portfolio at the end of a cycle, in NAV currency.';
create index nav_by_time on evenkeel.nav (as_of desc);
create trigger nav_is_append_only
  before update or delete or truncate on evenkeel.nav
  for each statement execute function evenkeel.refuse_change();

create table evenkeel.position_snapshot
(
  cycle_id     text        not null,
  subject      text        not null,
  quantity     numeric     not null,
  price        numeric     not null,
  notional     numeric     not null,
  nav_fraction numeric     not null,
  run_id       text        not null,
  epoch        bigint      not null,
  recorded_at  timestamptz not null default clock_timestamp(),
  constraint one_holding_per_cycle_and_subject primary key (cycle_id, subject),
  constraint position_snapshot_cycle_fk foreign key (cycle_id) references evenkeel.cycle,
  constraint position_snapshot_run_fk foreign key (run_id) references evenkeel.run
);
comment on table evenkeel.position_snapshot is 'What was held at the end of a cycle and what it was worth.';
create trigger position_snapshot_is_append_only
  before update or delete or truncate on evenkeel.position_snapshot
  for each statement execute function evenkeel.refuse_change();

create table evenkeel.position_break
(
  break_id    bigint generated always as identity,
  subject     text        not null,
  ledger      text        not null,
  venue       text        not null,
  cause       text        not null,
  since       timestamptz not null,
  closed_at   timestamptz,
  run_id      text        not null,
  epoch       bigint      not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint position_break_pk primary key (break_id),
  constraint position_break_run_fk foreign key (run_id) references evenkeel.run
);
comment on table evenkeel.position_break is
  'A disagreement of ledger and venue; a changed one is closed and opened anew with the time of the first.';
create unique index one_open_break_per_subject on evenkeel.position_break (subject) where closed_at is null;

create function evenkeel.guard_position_break() returns trigger
  language plpgsql as
$$
begin
  if old.closed_at is not null or new.closed_at is null
     or (new.break_id, new.subject, new.ledger, new.venue, new.cause, new.since, new.run_id, new.epoch, new.recorded_at)
        is distinct from
        (old.break_id, old.subject, old.ledger, old.venue, old.cause, old.since, old.run_id, old.epoch, old.recorded_at)
  then
    raise exception 'constraint "position_break_closes_once": break % may only be closed, once', old.break_id
      using errcode = 'restrict_violation', constraint = 'position_break_closes_once';
  end if;
  return new;
end
$$;
create trigger position_break_closes_once
  before update on evenkeel.position_break
  for each row execute function evenkeel.guard_position_break();
create trigger position_break_is_never_removed
  before delete or truncate on evenkeel.position_break
  for each statement execute function evenkeel.refuse_change();
