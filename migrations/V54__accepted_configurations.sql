-- Configurations: the text of each that ran or was asked for, who accepted which, and the starts after which limits are
-- small for a while.

create table evenkeel.config_text
(
  config_hash text        not null,
  body        text        not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint config_text_pk primary key (config_hash),
  constraint config_text_has_its_hash
    check (config_hash = encode(sha256(convert_to(body, 'UTF8')), 'hex'))
);
comment on table evenkeel.config_text is
  'An effective configuration, a line key=value each, sorted; secrets are there as references.';

create table evenkeel.accepted_config
(
  accepted_config_id bigint      not null generated always as identity,
  config_hash        text        not null,
  author             text        not null,
  reason             text        not null,
  request_id         bigint,
  recorded_at        timestamptz not null default clock_timestamp(),
  constraint accepted_config_pk primary key (accepted_config_id),
  constraint accepted_config_text_fk foreign key (config_hash) references evenkeel.config_text,
  constraint accepted_config_request_fk foreign key (request_id) references evenkeel.request,
  constraint accepted_config_of_a_request_once unique (request_id),
  constraint accepted_config_names_its_author check (author <> ''),
  constraint accepted_config_gives_a_reason check (reason <> '')
);
comment on table evenkeel.accepted_config is
  'A configuration by which the bot may start; one that raises risk counts only with the request that two persons signed.';

create table evenkeel.canary
(
  run_id      text        not null,
  cause       text        not null,
  begun_at    timestamptz not null,
  epoch       bigint      not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint canary_of_a_run_once primary key (run_id),
  constraint canary_run_fk foreign key (run_id) references evenkeel.run,
  constraint canary_says_why check (cause <> '')
);
comment on table evenkeel.canary is
  'A start with another version, or under a configuration that raised risk: limits of value are small for a while after it.';
comment on column evenkeel.canary.begun_at is 'By the bot''s own clock.';

do $$
declare
  name text;
  key  text;
begin
  for name, key in values ('config_text', 'config_hash'), ('accepted_config', 'accepted_config_id'), ('canary', 'run_id')
  loop
    execute format(
      'create trigger %I before update or delete or truncate on evenkeel.%I
         for each statement execute function evenkeel.refuse_change()', name || '_is_append_only', name);
    execute format(
      'create trigger %I after insert on evenkeel.%I
         for each row execute function evenkeel.enchain(%L)', name || '_is_chained', name, key);
    execute format('revoke all on evenkeel.%I from evenkeel_bot, evenkeel_operator, evenkeel_reader', name);
    execute format('grant select on evenkeel.%I to evenkeel_bot, evenkeel_operator, evenkeel_reader', name);
  end loop;
end
$$;
-- Whoever starts the bot or accepts alone does it by the operator's hand; what two have agreed on is written by the bot.
grant insert on evenkeel.config_text to evenkeel_operator;
grant insert on evenkeel.accepted_config to evenkeel_operator, evenkeel_bot;
grant insert on evenkeel.canary to evenkeel_bot;
