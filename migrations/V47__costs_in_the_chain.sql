-- What costs follow from is chained as intents and fills are: it is no derivation of other rows but an observation of its
-- own, and the book that an order met cannot be had again. Whoever altered it could make any trade look cheap. Rows from
-- before are chained here as they are found, so the chain vouches for them from now on and not for the time before.

do $$
declare
  source record;
  stored record;
  old_zone text := current_setting('timezone');
begin
  perform set_config('timezone', 'UTC', true);
  for source in
    select * from (values ('order_arrival', 'client_order_id'), ('intent_forgone', 'intent_id')) as s (name, key)
  loop
    for stored in execute format(
      'select to_jsonb(t) as body, t.%I as key from evenkeel.%I t order by recorded_at, t.%I',
      source.key, source.name, source.key)
    loop
      perform evenkeel.append_to_chain(source.name, stored.key, stored.body);
    end loop;
    execute format(
      'create trigger %I after insert on evenkeel.%I for each row execute function evenkeel.enchain(%L)',
      source.name || '_is_chained', source.name, source.key);
  end loop;
  perform set_config('timezone', old_zone, true);
end
$$;
