-- A decision that was interrupted is taken up again once, as a cycle of its own.

alter table evenkeel.cycle
  drop constraint cycle_occasion_is_known,
  add constraint cycle_occasion_is_known check (occasion in ('CADENCE', 'RESUMED', 'OPERATOR'));
