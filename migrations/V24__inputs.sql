-- Everything that a decision is made from is kept, so that it can be made again.

alter table evenkeel.observation drop constraint observation_kind_is_known;
alter table evenkeel.observation add constraint observation_kind_is_known
  check (kind in ('market', 'account', 'rules', 'basis'));
comment on table evenkeel.observation is
  'What a decision was made from, in parts, each named by the SHA-256 of its canonical JSON text.';
comment on table evenkeel.cycle_input is
  'Which parts a cycle was decided from. One with a part ''basis'' has all of them and can be replayed.';
