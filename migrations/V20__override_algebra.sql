-- Overrides of the book, of a class, a sleeve, an instrument or a venue, and what else than a number they can order.

alter table evenkeel.exposure_override rename column sleeve to name;
alter table evenkeel.exposure_override add column scope text not null default 'SLEEVE';
alter table evenkeel.exposure_override alter column scope drop default;
alter table evenkeel.exposure_override
  add constraint exposure_override_scope_is_known
    check (scope in ('BOOK', 'CLASS', 'SLEEVE', 'INSTRUMENT', 'VENUE')),
  add constraint exposure_override_names_what_it_is_about check ((scope = 'BOOK') = (name = '')),
  drop constraint exposure_override_kind_is_known,
  add constraint exposure_override_kind_is_known check (kind in
    ('CAP', 'MULTIPLIER', 'EXCLUDE', 'RISK_CAP', 'REDUCE_ONLY', 'FREEZE_WEIGHT', 'CLOSE', 'NO_TRADE')),
  add constraint exposure_risk_cap_is_a_share check (kind <> 'RISK_CAP' or value <= 1),
  add constraint exposure_override_has_a_number_or_none
    check (kind in ('CAP', 'MULTIPLIER', 'RISK_CAP') or value = 0);
comment on table evenkeel.exposure_override is
  'An operator''s instruction that lowers exposure or stops trading for a time; times are of the bot''s own clock.';
