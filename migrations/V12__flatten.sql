-- The kill switch that also closes: a trading state that lasts until the venue is flat, and a slot for what it sends.

alter table evenkeel.trading_state
  drop constraint trading_state_is_known,
  add constraint trading_state_is_known
    check (state in ('ACTIVE', 'PAUSED', 'REDUCE_ONLY', 'HALTED', 'FLATTENING'));

alter table evenkeel.cycle
  drop constraint cycle_occasion_is_known,
  add constraint cycle_occasion_is_known check (occasion in ('CADENCE', 'RESUMED', 'OPERATOR', 'FLATTEN'));
