-- Signatures: what a person ordered, signed with the person's own key, beside the audit row of the order.

create table evenkeel.audit_signature
(
  audit_id    bigint      not null,
  signer      text        not null,
  key_id      text        not null,
  nonce       text        not null,
  message     text        not null,
  signature   text        not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint audit_row_is_signed_once primary key (audit_id),
  constraint audit_signature_audit_fk foreign key (audit_id) references evenkeel.audit,
  constraint a_nonce_is_used_once unique (nonce),
  constraint audit_signature_names_its_signer check (signer <> '' and key_id <> '')
);
comment on table evenkeel.audit_signature is
  'The signed message of an order: action, subject, before, after, signer, reason, time and a nonce that is used once.';
create trigger audit_signature_is_append_only
  before update or delete or truncate on evenkeel.audit_signature
  for each statement execute function evenkeel.refuse_change();
create trigger audit_signature_is_chained
  after insert on evenkeel.audit_signature
  for each row execute function evenkeel.enchain('audit_id');

revoke all on evenkeel.audit_signature from evenkeel_bot, evenkeel_operator, evenkeel_reader;
grant select on evenkeel.audit_signature to evenkeel_bot, evenkeel_operator, evenkeel_reader;
grant insert on evenkeel.audit_signature to evenkeel_operator;
-- What two persons have agreed on is carried out by the bot.
grant insert on evenkeel.override_end to evenkeel_bot;
