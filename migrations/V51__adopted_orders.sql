-- Orders at a venue that the bot has not sent and that two persons have taken into its books, and errands that are about
-- something: one order to be canceled, one execution to be looked for.

alter table evenkeel.errand
  add column subject text not null default '',
  drop constraint errand_kind_is_known,
  add constraint errand_kind_is_known
    check (kind in ('CANCEL_ALL', 'RECONCILE', 'CANCEL_ORDER', 'BOOK_FILL')),
  add constraint errand_is_about_something
    check ((subject <> '') = (kind in ('CANCEL_ORDER', 'BOOK_FILL')));
comment on column evenkeel.errand.subject is 'Which order, or which execution as ''instrument trade''; empty where it is all.';

create table evenkeel.adopted_order
(
  instrument      text        not null,
  venue_order_id  text        not null,
  client_order_id text        not null,
  side            text        not null,
  order_qty       numeric     not null,
  reduce_only     boolean     not null,
  author          text        not null,
  reason          text        not null,
  evidence        text        not null,
  request_id      bigint      not null,
  adopted_at      timestamptz not null,
  run_id          text        not null,
  epoch           bigint      not null,
  recorded_at     timestamptz not null default clock_timestamp(),
  constraint adopted_order_pk primary key (instrument, venue_order_id),
  constraint adopted_order_side_is_known check (side in ('BUY', 'SELL')),
  constraint adopted_order_quantity_above_zero check (order_qty > 0),
  constraint adopted_order_names_its_author check (author <> ''),
  constraint adopted_order_gives_a_reason check (reason <> ''),
  constraint adopted_order_has_evidence check (evidence <> ''),
  constraint adopted_order_request_fk foreign key (request_id) references evenkeel.request,
  constraint adopted_order_of_a_request_once unique (request_id),
  constraint adopted_order_run_fk foreign key (run_id) references evenkeel.run
);
comment on table evenkeel.adopted_order is
  'An order that somebody else has sent and for which two persons answer: it counts at full size until it has an adopted_order_end.';
comment on column evenkeel.adopted_order.evidence is 'The venue''s answer on which it was taken in.';

create table evenkeel.adopted_order_end
(
  instrument     text        not null,
  venue_order_id text        not null,
  outcome        text        not null,
  at             timestamptz not null,
  run_id         text        not null,
  epoch          bigint      not null,
  recorded_at    timestamptz not null default clock_timestamp(),
  constraint adopted_order_ends_once primary key (instrument, venue_order_id),
  constraint adopted_order_end_says_what_came_of_it check (outcome <> ''),
  constraint adopted_order_end_fk foreign key (instrument, venue_order_id) references evenkeel.adopted_order,
  constraint adopted_order_end_run_fk foreign key (run_id) references evenkeel.run
);
comment on table evenkeel.adopted_order_end is 'What came of an adopted order.';

create trigger adopted_order_is_append_only
  before update or delete or truncate on evenkeel.adopted_order
  for each statement execute function evenkeel.refuse_change();
create trigger adopted_order_end_is_append_only
  before update or delete or truncate on evenkeel.adopted_order_end
  for each statement execute function evenkeel.refuse_change();
create trigger adopted_order_is_chained
  after insert on evenkeel.adopted_order
  for each row execute function evenkeel.enchain('instrument', 'venue_order_id');
create trigger adopted_order_end_is_chained
  after insert on evenkeel.adopted_order_end
  for each row execute function evenkeel.enchain('instrument', 'venue_order_id');

revoke update on evenkeel.adopted_order, evenkeel.adopted_order_end from evenkeel_bot;
