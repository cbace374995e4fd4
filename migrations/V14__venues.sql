-- Several venues in one ledger: money is counted by venue, and what a venue calls a fact by the venue's name.

alter table evenkeel.ledger_entry
  drop constraint ledger_entry_account_is_known,
  add constraint ledger_entry_account_is_known
    check (account in ('SPOT_WALLET', 'FUTURES_WALLET', 'UNIFIED_WALLET', 'POSITION', 'MARKET', 'REALIZED_PNL', 'FEE',
                       'FUNDING', 'OPENING', 'TRANSFER', 'EXTERNAL', 'ADJUSTMENT'));

-- Until now there was one venue, and the opening names it. What is booked is not changed but named more exactly.
alter table evenkeel.ledger_entry disable trigger ledger_entry_is_append_only;
update evenkeel.ledger_entry e
set unit = e.unit || '@' || o.reference
from (select reference from evenkeel.ledger_transaction where kind = 'OPENING' order by transaction_id limit 1) o
where position('@' in e.unit) = 0;
alter table evenkeel.ledger_entry enable trigger ledger_entry_is_append_only;

alter table evenkeel.ledger_transaction disable trigger ledger_transaction_is_append_only;
update evenkeel.ledger_transaction t
set reference = o.reference || '/' || t.reference
from (select reference from evenkeel.ledger_transaction where kind = 'OPENING' order by transaction_id limit 1) o
where t.kind in ('FUNDING', 'TRANSFER', 'EXTERNAL_FLOW') or (t.kind = 'ADJUSTMENT' and t.author = 'policy');
alter table evenkeel.ledger_transaction enable trigger ledger_transaction_is_append_only;

alter table evenkeel.cash_flow disable trigger user;
alter table evenkeel.cash_flow drop constraint if exists cash_flow_wallet_is_known;
update evenkeel.cash_flow set wallet = wallet || '@' || venue where position('@' in wallet) = 0;
alter table evenkeel.cash_flow
  add constraint cash_flow_wallet_is_at_its_venue check (wallet ~ ('^(SPOT|FUTURES|UNIFIED)@' || venue || '$'));
alter table evenkeel.cash_flow enable trigger user;
