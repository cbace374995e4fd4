-- Transfers between the wallets of one owner: wanted by a person, committed before the one request, found in the venue's history.

create table evenkeel.wallet_transfer
(
  transfer_id bigint generated always as identity,
  from_wallet text        not null,
  to_wallet   text        not null,
  currency    text        not null,
  amount      numeric     not null,
  author      text        not null,
  approver    text        not null default '',
  reason      text        not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint wallet_transfer_pk primary key (transfer_id),
  constraint wallet_transfer_moves_something check (amount > 0 and from_wallet <> to_wallet),
  constraint wallet_transfer_names_wallets
    check (from_wallet ~ '^(SPOT|FUTURES|UNIFIED)@' and to_wallet ~ '^(SPOT|FUTURES|UNIFIED)@'),
  constraint wallet_transfer_names_its_author check (author <> ''),
  constraint wallet_transfer_gives_a_reason check (reason <> ''),
  constraint wallet_transfer_approver_is_another check (approver <> author)
);
comment on table evenkeel.wallet_transfer is
  'What a person wants moved from one wallet to another; by two where it raises risk and orders are signed.';
create trigger wallet_transfer_is_append_only
  before update or delete or truncate on evenkeel.wallet_transfer
  for each statement execute function evenkeel.refuse_change();
create trigger wallet_transfer_is_chained
  after insert on evenkeel.wallet_transfer
  for each row execute function evenkeel.enchain('transfer_id');

create table evenkeel.wallet_transfer_event
(
  transfer_id bigint      not null,
  step        integer     not null,
  state       text        not null,
  reference   text        not null,
  detail      text        not null,
  at          timestamptz not null,
  run_id      text        not null,
  epoch       bigint      not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint wallet_transfer_event_pk primary key (transfer_id, step),
  constraint wallet_transfer_event_transfer_fk foreign key (transfer_id) references evenkeel.wallet_transfer,
  constraint wallet_transfer_event_run_fk foreign key (run_id) references evenkeel.run,
  constraint wallet_transfer_state_is_known check (state in ('SENT', 'ACCEPTED', 'UNKNOWN', 'DONE', 'REFUSED'))
);
comment on table evenkeel.wallet_transfer_event is
  'How far a transfer has come; SENT is committed before its request, which is made once.';
create unique index a_transfer_is_sent_once on evenkeel.wallet_transfer_event (transfer_id) where state = 'SENT';
create unique index a_transfer_ends_once
  on evenkeel.wallet_transfer_event (transfer_id) where state in ('DONE', 'REFUSED');
create trigger wallet_transfer_event_is_append_only
  before update or delete or truncate on evenkeel.wallet_transfer_event
  for each statement execute function evenkeel.refuse_change();
create trigger wallet_transfer_event_is_chained
  after insert on evenkeel.wallet_transfer_event
  for each row execute function evenkeel.enchain('transfer_id', 'step');

create table evenkeel.wallet_transfer_end
(
  transfer_id bigint      not null,
  author      text        not null,
  reason      text        not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint wallet_transfer_is_given_up_once primary key (transfer_id),
  constraint wallet_transfer_end_transfer_fk foreign key (transfer_id) references evenkeel.wallet_transfer,
  constraint wallet_transfer_end_names_its_author check (author <> ''),
  constraint wallet_transfer_end_gives_a_reason check (reason <> '')
);
comment on table evenkeel.wallet_transfer_end is
  'A person''s word that nothing more is to be expected of a transfer whose fate nobody can prove.';
create trigger wallet_transfer_end_is_append_only
  before update or delete or truncate on evenkeel.wallet_transfer_end
  for each statement execute function evenkeel.refuse_change();
create trigger wallet_transfer_end_is_chained
  after insert on evenkeel.wallet_transfer_end
  for each row execute function evenkeel.enchain('transfer_id');

create view evenkeel.wallet_transfer_now as
select t.transfer_id, t.from_wallet, t.to_wallet, t.currency, t.amount, t.author, t.approver, t.reason, t.recorded_at,
       case
         when e.state in ('DONE', 'REFUSED') then e.state
         when g.transfer_id is not null then 'GIVEN_UP'
         else coalesce(e.state, 'REQUESTED')
       end as state,
       (select s.at from evenkeel.wallet_transfer_event s where s.transfer_id = t.transfer_id and s.state = 'SENT')
         as sent_at,
       coalesce((select r.reference from evenkeel.wallet_transfer_event r
                 where r.transfer_id = t.transfer_id and r.reference <> '' order by r.step desc limit 1), '')
         as reference,
       coalesce(case when e.state in ('DONE', 'REFUSED') then e.detail else g.reason end, e.detail, '') as detail
from evenkeel.wallet_transfer t
left join lateral (select x.state, x.detail from evenkeel.wallet_transfer_event x
                   where x.transfer_id = t.transfer_id order by x.step desc limit 1) e on true
left join evenkeel.wallet_transfer_end g on g.transfer_id = t.transfer_id;
comment on view evenkeel.wallet_transfer_now is 'Every transfer with how far it has come.';

-- A venue knows no name of ours for a transfer: with two under way on one route, its history could not tell them apart.
create function evenkeel.guard_wallet_transfer_event() returns trigger
  language plpgsql as
$$
declare
  other bigint;
begin
  if new.state = 'SENT' then
    select o.transfer_id into other
    from evenkeel.wallet_transfer_now o
    join evenkeel.wallet_transfer t on t.transfer_id = new.transfer_id
    where o.transfer_id <> new.transfer_id and o.from_wallet = t.from_wallet and o.to_wallet = t.to_wallet
      and o.state in ('SENT', 'ACCEPTED', 'UNKNOWN')
    limit 1;
    if found then
      raise exception 'constraint "one_transfer_at_a_time_on_a_route": transfer % is under way there', other
        using errcode = 'check_violation', constraint = 'one_transfer_at_a_time_on_a_route';
    end if;
  end if;
  return new;
end
$$;
create trigger one_transfer_at_a_time_on_a_route
  before insert on evenkeel.wallet_transfer_event
  for each row execute function evenkeel.guard_wallet_transfer_event();

create table evenkeel.wallet_transfer_flow
(
  transfer_id bigint      not null,
  flow_number bigint      not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint a_flow_is_of_one_transfer primary key (flow_number),
  constraint wallet_transfer_flow_transfer_fk foreign key (transfer_id) references evenkeel.wallet_transfer,
  constraint wallet_transfer_flow_flow_fk foreign key (flow_number) references evenkeel.cash_flow
);
comment on table evenkeel.wallet_transfer_flow is
  'Which flows of a venue are the two sides of a transfer, where its wallets have different venues.';
create trigger wallet_transfer_flow_is_append_only
  before update or delete or truncate on evenkeel.wallet_transfer_flow
  for each statement execute function evenkeel.refuse_change();

create function evenkeel.guard_wallet_transfer_flow() returns trigger
  language plpgsql as
$$
begin
  if not exists (
    select 1
    from evenkeel.wallet_transfer t join evenkeel.cash_flow f on f.flow_number = new.flow_number
    where t.transfer_id = new.transfer_id and f.currency = t.currency
      and ((f.wallet = t.to_wallet and f.amount = t.amount) or (f.wallet = t.from_wallet and f.amount = -t.amount)))
     or exists (
    select 1
    from evenkeel.wallet_transfer_flow o
    join evenkeel.cash_flow f on f.flow_number = o.flow_number
    join evenkeel.cash_flow n on n.flow_number = new.flow_number
    where o.transfer_id = new.transfer_id and f.wallet = n.wallet) then
    raise exception 'constraint "a_side_of_a_transfer_is_its_own": flow % is not a side of transfer %',
      new.flow_number, new.transfer_id
      using errcode = 'check_violation', constraint = 'a_side_of_a_transfer_is_its_own';
  end if;
  return new;
end
$$;
create trigger a_side_of_a_transfer_is_its_own
  before insert on evenkeel.wallet_transfer_flow
  for each row execute function evenkeel.guard_wallet_transfer_flow();

-- What comes from the owner's other wallet by a transfer made here is no new money and needs no second person.
create or replace function evenkeel.guard_flow_classification() returns trigger
  language plpgsql as
$$
begin
  if new.approver = ''
     and exists (select 1 from evenkeel.cash_flow f where f.flow_number = new.flow_number and f.amount > 0)
     and not (new.class = 'TRANSFER'
              and exists (select 1 from evenkeel.wallet_transfer_flow o where o.flow_number = new.flow_number)) then
    raise exception 'constraint "money_is_let_in_by_two": flow % lets money into sizing and needs a second person',
      new.flow_number
      using errcode = 'check_violation', constraint = 'money_is_let_in_by_two';
  end if;
  return new;
end
$$;

grant select on evenkeel.wallet_transfer_now to evenkeel_bot, evenkeel_operator, evenkeel_reader;
grant insert on evenkeel.wallet_transfer, evenkeel.wallet_transfer_end to evenkeel_operator;
revoke insert, update on evenkeel.wallet_transfer_end from evenkeel_bot;
revoke update on evenkeel.wallet_transfer, evenkeel.wallet_transfer_event, evenkeel.wallet_transfer_flow
  from evenkeel_bot;
