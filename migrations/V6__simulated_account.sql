-- The memory of a simulated account: what happened to it, in order, so that a restart finds it again.

create table evenkeel.sim_event
(
  stream      text        not null,
  seq         bigint      not null,
  line        text        not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint one_line_per_stream_and_seq primary key (stream, seq),
  constraint sim_event_seq_counts_from_one check (seq >= 1)
);
comment on table evenkeel.sim_event is
  'Append-only lines of a stream; two writers of one stream meet in the key, so only one can go on.';
create trigger sim_event_is_append_only
  before update or delete or truncate on evenkeel.sim_event
  for each statement execute function evenkeel.refuse_change();
