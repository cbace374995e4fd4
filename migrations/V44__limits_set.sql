-- Soft limits that operators set for a time, and their early ends. The configuration's file is never changed.

create table evenkeel.limit_override
(
  limit_override_id bigint      not null generated always as identity,
  name              text        not null,
  value             numeric     not null,
  author            text        not null,
  reason            text        not null,
  request_id        bigint,
  created_at        timestamptz not null,
  expires_at        timestamptz not null,
  recorded_at       timestamptz not null default clock_timestamp(),
  constraint limit_override_pk primary key (limit_override_id),
  constraint limit_override_names_a_limit check (name <> ''),
  constraint limit_override_is_not_negative check (value >= 0),
  constraint limit_override_names_its_author check (author <> ''),
  constraint limit_override_gives_a_reason check (reason <> ''),
  constraint limit_override_expires_after_it_begins check (expires_at > created_at),
  constraint limit_override_request_fk foreign key (request_id) references evenkeel.request,
  constraint limit_override_of_a_request_once unique (request_id)
);
comment on table evenkeel.limit_override is
  'A soft limit set for a time; one that allows more than before counts only with the request that two persons signed.';
comment on column evenkeel.limit_override.created_at is 'By the bot''s own clock, like expires_at.';

create table evenkeel.limit_override_end
(
  limit_override_id bigint      not null,
  ended_at          timestamptz not null,
  author            text        not null,
  reason            text        not null,
  request_id        bigint,
  recorded_at       timestamptz not null default clock_timestamp(),
  constraint limit_override_ends_once primary key (limit_override_id),
  constraint limit_override_end_fk foreign key (limit_override_id) references evenkeel.limit_override,
  constraint limit_override_end_request_fk foreign key (request_id) references evenkeel.request,
  constraint limit_override_end_names_its_author check (author <> ''),
  constraint limit_override_end_gives_a_reason check (reason <> '')
);
comment on table evenkeel.limit_override_end is
  'The early end of a limit that was set; one that ends a lower limit counts only with the request that two persons signed.';

create trigger limit_override_is_append_only
  before update or delete or truncate on evenkeel.limit_override
  for each statement execute function evenkeel.refuse_change();
create trigger limit_override_end_is_append_only
  before update or delete or truncate on evenkeel.limit_override_end
  for each statement execute function evenkeel.refuse_change();
create trigger limit_override_is_chained
  after insert on evenkeel.limit_override
  for each row execute function evenkeel.enchain('limit_override_id');
create trigger limit_override_end_is_chained
  after insert on evenkeel.limit_override_end
  for each row execute function evenkeel.enchain('limit_override_id');

revoke all on evenkeel.limit_override, evenkeel.limit_override_end
  from evenkeel_bot, evenkeel_operator, evenkeel_reader;
grant select on evenkeel.limit_override, evenkeel.limit_override_end
  to evenkeel_bot, evenkeel_operator, evenkeel_reader;
-- One person lowers by the command; what two persons have agreed on is written by the bot.
grant insert on evenkeel.limit_override, evenkeel.limit_override_end to evenkeel_operator, evenkeel_bot;
