-- What executions cost: the market that an order met, and what of an intent was given up. The costs themselves are no table:
-- they follow from these facts, the intents and the fills, and are computed from them whenever they are asked for.

create table evenkeel.order_arrival
(
  client_order_id text        not null,
  bid             numeric     not null,
  ask             numeric     not null,
  per_price       numeric     not null,
  nav_currency    text        not null,
  quote_rate      numeric     not null,
  assumed_fee     numeric     not null,
  assumed_spread  numeric     not null,
  assumed_impact  numeric     not null,
  style           text        not null,
  reason          text        not null,
  run_id          text        not null,
  epoch           bigint      not null,
  recorded_at     timestamptz not null default clock_timestamp(),
  constraint order_arrives_once primary key (client_order_id),
  constraint order_arrival_book_is_not_crossed check (bid > 0 and bid <= ask),
  constraint order_arrival_is_worth_something check (per_price > 0 and quote_rate > 0),
  constraint order_arrival_style_is_known check (style in ('IOC', 'PASSIVE', 'TWAP')),
  constraint order_arrival_attempt_fk foreign key (client_order_id) references evenkeel.attempt,
  constraint order_arrival_run_fk foreign key (run_id) references evenkeel.run
);
comment on table evenkeel.order_arrival is
  'The book when an order left and the cost that the planner reckoned with, committed with the order.';
create trigger order_arrival_is_append_only
  before update or delete or truncate on evenkeel.order_arrival
  for each statement execute function evenkeel.refuse_change();

create table evenkeel.intent_forgone
(
  intent_id   text        not null,
  unfilled    numeric     not null,
  end_price   numeric     not null,
  per_price   numeric     not null,
  style       text        not null,
  at          timestamptz not null,
  run_id      text        not null,
  epoch       bigint      not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint intent_is_given_up_once primary key (intent_id),
  constraint intent_forgone_unfilled_above_zero check (unfilled > 0),
  constraint intent_forgone_is_worth_something check (end_price > 0 and per_price > 0),
  constraint intent_forgone_intent_fk foreign key (intent_id) references evenkeel.intent,
  constraint intent_forgone_run_fk foreign key (run_id) references evenkeel.run
);
comment on table evenkeel.intent_forgone is
  'What was decided and not traded, and the middle of the book when it was given up.';
create index intent_forgone_by_time on evenkeel.intent_forgone (at);
create trigger intent_forgone_is_append_only
  before update or delete or truncate on evenkeel.intent_forgone
  for each statement execute function evenkeel.refuse_change();

revoke all on evenkeel.order_arrival, evenkeel.intent_forgone from evenkeel_bot, evenkeel_operator, evenkeel_reader;
grant select on evenkeel.order_arrival, evenkeel.intent_forgone to evenkeel_bot, evenkeel_operator, evenkeel_reader;
grant insert on evenkeel.order_arrival, evenkeel.intent_forgone to evenkeel_bot;
