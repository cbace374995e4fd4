-- Money that comes and goes, corrections by reversal, and who answers for what is booked without the venue.

alter table evenkeel.ledger_transaction
  add column author   text not null default '',
  add column reason   text not null default '',
  add column reverses bigint;
alter table evenkeel.ledger_transaction
  drop constraint ledger_transaction_kind_is_known,
  add constraint ledger_transaction_kind_is_known
    check (kind in ('OPENING', 'FILL', 'FUNDING', 'TRANSFER', 'EXTERNAL_FLOW', 'ADJUSTMENT', 'REVERSAL')),
  add constraint decided_booking_names_its_author
    check (kind not in ('ADJUSTMENT', 'REVERSAL') or (author <> '' and reason <> '')) not valid,
  add constraint reversal_names_what_it_reverses check ((kind = 'REVERSAL') = (reverses is not null)),
  add constraint one_reversal_per_booking unique (reverses),
  add constraint ledger_transaction_reverses_fk foreign key (reverses) references evenkeel.ledger_transaction;
comment on column evenkeel.ledger_transaction.author is
  'Who decided it, where the venue has not: a person, or ''policy'' for a stated rule.';
comment on column evenkeel.ledger_transaction.reverses is 'The booking whose opposite this one is.';

alter table evenkeel.ledger_entry
  drop constraint ledger_entry_account_is_known,
  add constraint ledger_entry_account_is_known
    check (account in ('SPOT_WALLET', 'FUTURES_WALLET', 'POSITION', 'MARKET', 'REALIZED_PNL', 'FEE', 'FUNDING',
                       'OPENING', 'TRANSFER', 'EXTERNAL', 'ADJUSTMENT'));

create function evenkeel.check_reversal() returns trigger
  language plpgsql as
$$
declare
  remaining record;
begin
  select e.account, e.unit, sum(e.amount) as total
  into remaining
  from evenkeel.ledger_entry e
  where e.transaction_id in (new.transaction_id, new.reverses)
  group by e.account, e.unit
  having sum(e.amount) <> 0
  limit 1;
  if found then
    raise exception 'constraint "reversal_is_the_opposite": of booking % there would remain % % in %',
      new.reverses, remaining.total, remaining.unit, remaining.account
      using errcode = 'check_violation', constraint = 'reversal_is_the_opposite';
  end if;
  return null;
end
$$;
create constraint trigger reversal_is_the_opposite
  after insert on evenkeel.ledger_transaction
  deferrable initially deferred
  for each row when (new.reverses is not null) execute function evenkeel.check_reversal();

create table evenkeel.fill_correction
(
  venue        text        not null,
  account      text        not null,
  instrument   text        not null,
  trade_id     text        not null,
  version      integer     not null,
  last_qty     numeric     not null,
  last_px      numeric     not null,
  side         text        not null,
  fee          numeric     not null,
  fee_currency text        not null,
  realized_pnl numeric     not null,
  pnl_currency text        not null,
  is_maker     boolean     not null,
  venue_time   timestamptz not null,
  author       text        not null,
  reason       text        not null,
  run_id       text        not null,
  epoch        bigint      not null,
  recorded_at  timestamptz not null default clock_timestamp(),
  constraint one_correction_per_version primary key (venue, account, instrument, trade_id, version),
  constraint fill_correction_versions_count_from_two check (version >= 2),
  constraint fill_correction_last_qty_not_negative check (last_qty >= 0),
  constraint fill_correction_side_is_known check (side in ('BUY', 'SELL')),
  constraint fill_correction_names_its_author check (author <> ''),
  constraint fill_correction_gives_a_reason check (reason <> ''),
  constraint fill_correction_fill_fk foreign key (venue, account, instrument, trade_id) references evenkeel.fill,
  constraint fill_correction_run_fk foreign key (run_id) references evenkeel.run
);
comment on table evenkeel.fill_correction is
  'What the venue says of an execution after it had said something else; quantity zero if it was taken back.';
create trigger fill_correction_is_append_only
  before update or delete or truncate on evenkeel.fill_correction
  for each statement execute function evenkeel.refuse_change();

create view evenkeel.fill_in_force as
select f.venue, f.account, f.instrument, f.trade_id, f.venue_order_id, f.client_order_id, f.cycle_id,
       coalesce(c.version, 1)                 as version,
       coalesce(c.side, f.side)               as side,
       coalesce(c.last_qty, f.last_qty)       as last_qty,
       coalesce(c.last_px, f.last_px)         as last_px,
       coalesce(c.fee, f.fee)                 as fee,
       coalesce(c.fee_currency, f.fee_currency) as fee_currency,
       coalesce(c.realized_pnl, f.realized_pnl) as realized_pnl,
       coalesce(c.pnl_currency, f.pnl_currency) as pnl_currency,
       coalesce(c.is_maker, f.is_maker)       as is_maker,
       coalesce(c.venue_time, f.venue_time)   as venue_time
from evenkeel.fill f
left join lateral (
  select * from evenkeel.fill_correction x
  where x.venue = f.venue and x.account = f.account and x.instrument = f.instrument and x.trade_id = f.trade_id
  order by x.version desc
  limit 1) c on true;
comment on view evenkeel.fill_in_force is 'Every execution as it is now said to be; quantity zero if it was taken back.';

create table evenkeel.cash_flow
(
  flow_number bigint generated always as identity,
  venue       text        not null,
  account     text        not null,
  kind        text        not null,
  flow_id     text        not null,
  wallet      text        not null,
  currency    text        not null,
  amount      numeric     not null,
  venue_time  timestamptz not null,
  run_id      text        not null,
  epoch       bigint      not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint cash_flow_pk primary key (flow_number),
  constraint one_cash_flow_per_kind_and_id unique (venue, account, kind, flow_id),
  constraint cash_flow_kind_and_sign
    check ((kind = 'DEPOSIT' and amount > 0) or (kind = 'WITHDRAWAL' and amount < 0)
           or (kind = 'TRANSFER' and amount <> 0)),
  constraint cash_flow_wallet_is_known check (wallet in ('SPOT', 'FUTURES')),
  constraint cash_flow_run_fk foreign key (run_id) references evenkeel.run
);
comment on table evenkeel.cash_flow is
  'Deposits, withdrawals and transfers as the venue reported them; of a transfer the other wallet changed by the opposite.';
create index cash_flow_by_time on evenkeel.cash_flow (venue_time desc);
create trigger cash_flow_is_append_only
  before update or delete or truncate on evenkeel.cash_flow
  for each statement execute function evenkeel.refuse_change();

create table evenkeel.flow_classification
(
  flow_number bigint      not null,
  class       text        not null,
  author      text        not null,
  approver    text        not null default '',
  reason      text        not null,
  at          timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint flow_is_classified_once primary key (flow_number),
  constraint flow_classification_flow_fk foreign key (flow_number) references evenkeel.cash_flow,
  constraint flow_class_is_known
    check (class in ('DEPOSIT', 'WITHDRAWAL', 'TRANSFER', 'FOREIGN_TRADE', 'AIRDROP')),
  constraint flow_classification_names_its_author check (author <> ''),
  constraint flow_classification_gives_a_reason check (reason <> ''),
  constraint flow_classification_approver_is_another check (approver <> author)
);
comment on table evenkeel.flow_classification is
  'What a person has said that a flow is; money that came in carries positions only after it.';
create trigger flow_classification_is_append_only
  before update or delete or truncate on evenkeel.flow_classification
  for each statement execute function evenkeel.refuse_change();

create function evenkeel.guard_flow_classification() returns trigger
  language plpgsql as
$$
begin
  if new.approver = ''
     and exists (select 1 from evenkeel.cash_flow f where f.flow_number = new.flow_number and f.amount > 0) then
    raise exception 'constraint "money_is_let_in_by_two": flow % lets money into sizing and needs a second person',
      new.flow_number
      using errcode = 'check_violation', constraint = 'money_is_let_in_by_two';
  end if;
  return new;
end
$$;
create trigger money_is_let_in_by_two
  before insert on evenkeel.flow_classification
  for each row execute function evenkeel.guard_flow_classification();
