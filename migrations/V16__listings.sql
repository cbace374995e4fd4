-- What venues have published about instruments: one row for every change of a specification or an announcement.

create table evenkeel.listing
(
  listing_id        bigint generated always as identity,
  instrument        text        not null,
  spec_hash         text        not null,
  status            text        not null,
  last_trading_time timestamptz,
  text              text        not null,
  body              json        not null,
  seen_at           timestamptz not null,
  run_id            text        not null,
  epoch             bigint      not null,
  recorded_at       timestamptz not null default clock_timestamp(),
  constraint listing_pk primary key (listing_id),
  constraint listing_hash_is_sha256 check (spec_hash ~ '^[0-9a-f]{64}$'),
  constraint listing_status_is_known check (status in
    ('TRADING', 'REDUCE_ONLY', 'RESTING_ONLY', 'CANCEL_ONLY', 'PAUSED', 'NOT_YET', 'ENDED')),
  constraint listing_run_fk foreign key (run_id) references evenkeel.run
);
comment on table evenkeel.listing is
  'Every version of what a venue has published about an instrument: specification, status, announced end and changes; the newest row of an instrument counts.';
comment on column evenkeel.listing.body is 'The whole specification, from which an instrument that is listed no more is still known.';
create index listing_by_instrument on evenkeel.listing (instrument, listing_id desc);
create trigger listing_is_append_only
  before update or delete or truncate on evenkeel.listing
  for each statement execute function evenkeel.refuse_change();
