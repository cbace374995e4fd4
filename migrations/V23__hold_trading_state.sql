-- The bot may add a trading state, and nothing more; to be sure that no newer one of a person comes between its look and
-- its write, it may hold the table for the rest of its transaction, by this function alone.

create function evenkeel.hold_trading_state() returns void
  language plpgsql
  security definer
  set search_path = evenkeel, pg_temp as
$$
begin
  lock table evenkeel.trading_state in share row exclusive mode;
end
$$;
revoke all on function evenkeel.hold_trading_state() from public;
grant execute on function evenkeel.hold_trading_state() to evenkeel_bot;
