-- What an operator sends the daemon to do once, beside its schedule: to cancel every working order, or to compare the books
-- with the venues. An errand waits until its end is written down, so that a crash in between makes it be done again and
-- never forgotten; both may be done twice without harm.

create table evenkeel.errand
(
  errand_id   bigint generated always as identity,
  kind        text        not null,
  author      text        not null,
  reason      text        not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint errand_pk primary key (errand_id),
  constraint errand_kind_is_known check (kind in ('CANCEL_ALL', 'RECONCILE')),
  constraint errand_names_its_author check (author <> ''),
  constraint errand_gives_a_reason check (reason <> '')
);
comment on table evenkeel.errand is 'What an operator sends the daemon to do once; open until it has an errand_end.';

create table evenkeel.errand_end
(
  errand_id   bigint      not null,
  outcome     text        not null,
  at          timestamptz not null,
  run_id      text        not null,
  epoch       bigint      not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint errand_ends_once primary key (errand_id),
  constraint errand_end_says_what_came_of_it check (outcome <> ''),
  constraint errand_end_errand_fk foreign key (errand_id) references evenkeel.errand,
  constraint errand_end_run_fk foreign key (run_id) references evenkeel.run
);
comment on table evenkeel.errand_end is 'What came of an errand.';

create trigger errand_is_append_only
  before update or delete or truncate on evenkeel.errand
  for each statement execute function evenkeel.refuse_change();
create trigger errand_end_is_append_only
  before update or delete or truncate on evenkeel.errand_end
  for each statement execute function evenkeel.refuse_change();
create trigger errand_is_chained
  after insert on evenkeel.errand
  for each row execute function evenkeel.enchain('errand_id');
create trigger errand_end_is_chained
  after insert on evenkeel.errand_end
  for each row execute function evenkeel.enchain('errand_id');

grant insert on evenkeel.errand to evenkeel_operator;
revoke insert, update on evenkeel.errand from evenkeel_bot;
revoke update on evenkeel.errand_end from evenkeel_bot;
