-- Which account of a venue this database belongs to: a key of another one is refused.

create table evenkeel.pinned_account
(
  venue       text        not null,
  environment text        not null,
  uid         text        not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint one_account_per_venue primary key (venue),
  constraint pinned_account_has_an_environment check (environment <> '')
);
comment on table evenkeel.pinned_account is
  'The account that was seen first at a venue; the uid is empty where the venue tells none.';
create trigger pinned_account_is_append_only
  before update or delete or truncate on evenkeel.pinned_account
  for each statement execute function evenkeel.refuse_change();
