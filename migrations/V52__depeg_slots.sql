-- A decision that is brought forward because a stablecoin was seen off its peg between two appointments.

alter table evenkeel.cycle
  drop constraint cycle_occasion_is_known,
  add constraint cycle_occasion_is_known
    check (occasion in ('CADENCE', 'RESUMED', 'OPERATOR', 'FLATTEN', 'DEPEG'));
