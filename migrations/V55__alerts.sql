-- Alerts: what was raised, whom it reached or did not reach, who has taken it up, and when it was over. Each process writes
-- of its own alerts; that one was taken up only a person may say.

create table evenkeel.alert
(
  alert_id    bigint      not null generated always as identity,
  source      text        not null,
  subject     text        not null,
  message     text        not null,
  raised_at   timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint alert_pk primary key (alert_id),
  constraint alert_is_raised_once unique (source, subject, raised_at),
  constraint alert_source_is_known check (source in ('bot', 'watcher')),
  constraint alert_names_its_subject check (subject <> '')
);
comment on table evenkeel.alert is 'Something that a person should learn of; it stands until it has an event CLEARED.';
comment on column evenkeel.alert.raised_at is 'By the wall clock of the process that raised it.';

create table evenkeel.alert_event
(
  alert_event_id bigint      not null generated always as identity,
  alert_id       bigint      not null,
  kind           text        not null,
  channel        text        not null,
  text           text        not null,
  at             timestamptz not null,
  recorded_at    timestamptz not null default clock_timestamp(),
  constraint alert_event_pk primary key (alert_event_id),
  constraint alert_event_happens_once unique (alert_id, kind, channel, at),
  constraint alert_event_alert_fk foreign key (alert_id) references evenkeel.alert,
  constraint alert_event_kind_is_known check (kind in ('SENT', 'FAILED', 'CLEARED')),
  constraint alert_event_names_its_channel check ((channel = '') = (kind = 'CLEARED'))
);
comment on table evenkeel.alert_event is
  'What became of an alert: SENT and FAILED by a channel, of failures in a row the first and each with other words; CLEARED.';

create table evenkeel.alert_ack
(
  alert_id    bigint      not null,
  author      text        not null,
  reason      text        not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint alert_is_acknowledged_once primary key (alert_id),
  constraint alert_ack_alert_fk foreign key (alert_id) references evenkeel.alert,
  constraint alert_ack_names_its_author check (author <> ''),
  constraint alert_ack_gives_a_reason check (reason <> '')
);
comment on table evenkeel.alert_ack is 'Who has taken an alert up, and why nobody else need be called.';

do $$
declare
  name text;
  key  text;
begin
  for name, key in values ('alert', 'alert_id'), ('alert_event', 'alert_event_id'), ('alert_ack', 'alert_id')
  loop
    execute format(
      'create trigger %I before update or delete or truncate on evenkeel.%I
         for each statement execute function evenkeel.refuse_change()', name || '_is_append_only', name);
    execute format(
      'create trigger %I after insert on evenkeel.%I
         for each row execute function evenkeel.enchain(%L)', name || '_is_chained', name, key);
    execute format('revoke all on evenkeel.%I from evenkeel_bot, evenkeel_operator, evenkeel_reader', name);
    execute format(
      'grant select on evenkeel.%I to evenkeel_bot, evenkeel_operator, evenkeel_reader, evenkeel_watcher', name);
  end loop;
end
$$;
grant insert on evenkeel.alert, evenkeel.alert_event to evenkeel_bot, evenkeel_watcher;
grant insert on evenkeel.alert_ack to evenkeel_operator;
