-- Which of reading and writing works at a venue: one row for every change.

create table evenkeel.venue_reach
(
  reach_id    bigint generated always as identity,
  venue       text        not null,
  way         text        not null,
  since       timestamptz not null,
  detail      text        not null,
  run_id      text        not null,
  epoch       bigint      not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint venue_reach_pk primary key (reach_id),
  constraint venue_reach_way_is_known check (way in ('BOTH', 'READING_ONLY', 'WRITING_ONLY', 'NEITHER')),
  constraint venue_reach_run_fk foreign key (run_id) references evenkeel.run
);
comment on table evenkeel.venue_reach is
  'Which of reading and writing works at a venue since when, as the calls of the bot have shown; the newest row of a venue counts.';
create trigger venue_reach_is_append_only
  before update or delete or truncate on evenkeel.venue_reach
  for each statement execute function evenkeel.refuse_change();
