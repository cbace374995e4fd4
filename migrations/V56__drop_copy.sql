-- The watcher's comparison of executions with a second source: until when it went, and what differed since when.

create table evenkeel.drop_copy
(
  venue          text        not null,
  compared_until timestamptz not null,
  compared_at    timestamptz not null default clock_timestamp(),
  constraint drop_copy_pk primary key (venue)
);
comment on table evenkeel.drop_copy is
  'Until when the executions of each venue were compared with a second source; a watcher that starts anew goes on there.';
comment on column evenkeel.drop_copy.compared_until is 'By the venue''s clock.';

create table evenkeel.execution_gap
(
  gap_id      bigint      not null generated always as identity,
  venue       text        not null,
  kind        text        not null,
  instrument  text        not null,
  reference   text        not null,
  words       text        not null,
  venue_time  timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint execution_gap_pk primary key (gap_id),
  constraint execution_gap_kind_is_known check (kind in ('MISSING', 'INVENTED', 'FEE'))
);
comment on table evenkeel.execution_gap is
  'A difference between a second source of executions and the books: MISSING is shown and not booked, INVENTED is booked and not shown.';

create table evenkeel.execution_gap_end
(
  gap_id      bigint      not null,
  cause       text        not null,
  author      text        not null,
  reason      text        not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint execution_gap_end_pk primary key (gap_id),
  constraint execution_gap_end_gap_fk foreign key (gap_id) references evenkeel.execution_gap,
  constraint execution_gap_end_cause_is_known check (cause in ('GONE', 'ACCEPTED')),
  constraint execution_gap_end_names_its_author check (author <> ''),
  constraint execution_gap_end_gives_a_reason check (reason <> '')
);
comment on table evenkeel.execution_gap_end is
  'The end of a difference: it is gone, or a person has answered for it.';

do $$
declare
  name text;
begin
  foreach name in array array['execution_gap', 'execution_gap_end']
  loop
    execute format(
      'create trigger %I before update or delete or truncate on evenkeel.%I
         for each statement execute function evenkeel.refuse_change()', name || '_is_append_only', name);
    execute format(
      'create trigger %I after insert on evenkeel.%I
         for each row execute function evenkeel.enchain(''gap_id'')', name || '_is_chained', name);
  end loop;
end
$$;

-- The watcher never answers for a difference, and a person never says that one is gone.
create function evenkeel.guard_execution_gap_end() returns trigger
  language plpgsql as
$$
begin
  if (current_user = 'evenkeel_watcher') <> (new.cause = 'GONE') then
    raise exception 'constraint "persons_accept_gaps": % may not end a difference as %', current_user, new.cause
      using errcode = 'restrict_violation', constraint = 'persons_accept_gaps';
  end if;
  return new;
end
$$;
create trigger persons_accept_gaps
  before insert on evenkeel.execution_gap_end
  for each row execute function evenkeel.guard_execution_gap_end();

revoke all on evenkeel.drop_copy, evenkeel.execution_gap, evenkeel.execution_gap_end
  from evenkeel_bot, evenkeel_operator, evenkeel_reader;
grant select on evenkeel.drop_copy, evenkeel.execution_gap, evenkeel.execution_gap_end
  to evenkeel_bot, evenkeel_operator, evenkeel_reader, evenkeel_watcher;
grant insert, update on evenkeel.drop_copy to evenkeel_watcher;
grant insert on evenkeel.execution_gap to evenkeel_watcher;
grant insert on evenkeel.execution_gap_end to evenkeel_watcher, evenkeel_operator;
grant select on evenkeel.fill_in_force, evenkeel.ledger_transaction to evenkeel_watcher;

alter table evenkeel.watch_look add column executions text not null default '';
comment on column evenkeel.watch_look.executions is 'How executions compare with a second source, venue by venue.';
alter table evenkeel.watch_look drop constraint watch_look_verdict_is_known;
alter table evenkeel.watch_look add constraint watch_look_verdict_is_known
  check (verdict in ('WITHIN', 'BREACH', 'MISBOOKED', 'DISAGREES', 'BLIND'));
