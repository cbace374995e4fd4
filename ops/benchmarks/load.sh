#!/usr/bin/env bash
# One decision in which every instrument trades, then a flatten of them all, at simulated venues with the venues' own
# allowances and the wall's pace: what it took, whether anything was lost, doubled or held back.
#
#   ops/benchmarks/load.sh 100                    a hundred instruments at Binance and OKX
#   ops/benchmarks/load.sh 24 binance okx krakenfutures
#
# Works in a folder of its own with a database of its own; takes minutes, because it waits as the bot does for a venue.
# Exit code 0: all orders and fills of the venues are in the books exactly once, and all is flat. 7: not.
set -eu

COUNT=$1
shift
[ $# -gt 0 ] || set -- binance okx
HERE=$(cd "$(dirname "$0")/../.." && pwd)
EVENKEEL=${EVENKEEL:-$HERE/evenkeel}
WORK=$(mktemp -d "${TMPDIR:-/tmp}/evenkeel-load.XXXXXX")
CONFIG=$WORK/bot.yml
BOT=0

clean_up() {
  if [ "$BOT" -ne 0 ]; then kill "$BOT" 2> /dev/null || true; wait "$BOT" 2> /dev/null || true; fi
  rm -rf "$WORK"
}
trap clean_up EXIT

suffix() { if [ "$1" = krakenfutures ]; then echo USD-PERP@krakenfutures; else echo "USDT-PERP@$1"; fi; }
{
  printf 'mode: rehearsal\nstrategy: load\nnav_currency: USDT\n'
  printf 'schedule: { period_hours: 1, grace_minutes: 30, reconcile_every_seconds: 60, heartbeat_every_seconds: 2, lease_seconds: 30 }\n'
  printf 'sleeves:\n'
  for i in $(seq "$COUNT"); do
    at=$((i % $# + 1))
    printf '  - { name: c%03d, class: made-up, legs: [ { instrument: C%03d-%s } ] }\n' "$i" "$i" "$(suffix "${!at}")"
  done
  printf 'stablecoins:\n  - { instrument: USDC-USDT-SPOT@binance, share_of_spot_wallet_fraction: 0.4 }\n'
  case "$*" in
    *krakenfutures*) printf 'rates:\n  - { currency: USD, cross: [ BTC-USDT-PERP@binance, BTC-USD-PERP@krakenfutures ] }\n' ;;
  esac
  printf 'risk: { target_volatility_annual_fraction: 0.20, max_gross_leverage_ratio: 2.0 }\n'
  printf 'plan: { no_trade_band_fraction: 0 }\nlimits: { max_orders_per_cycle: %d }\n' $((COUNT * 10))
  printf 'venue:\n  capabilities: %s/config/venues/%s.yml\n' "$HERE" "$1"
  further=
  for name in "${@:2}"; do further="$further${further:+, }$HERE/config/venues/$name.yml"; done
  [ -z "$further" ] || printf '  further_capabilities: [ %s ]\n' "$further"
  printf 'database: { embedded_directory: %s/postgres }\nweb: { enabled: false }\n' "$WORK"
  printf 'rehearsal:\n  start: 2025-12-31T23:58:30Z\n  speed_market_seconds_per_second: 1\n  history_days: 200\n'
  printf '  further_coins: %d\n  venue_directory: %s/venues\n' "$COUNT" "$WORK"
  case "$*" in *krakenfutures*) dollars=", USD: $((COUNT * 20000))" ;; *) dollars= ;; esac
  printf '  opening_futures: { USDT: %d%s }\n  opening_spot: { USDT: %d }\n' \
    $((COUNT * 20000)) "$dollars" $((COUNT * 10000))
} > "$CONFIG"

now() { date +%s; }
await() { # pattern, seconds: how long it took
  since=$(now)
  until grep -qE "$1" "$WORK/log" 2> /dev/null; do
    if [ $(($(now) - since)) -gt "$2" ] || ! kill -0 "$BOT"; then echo "no '$1' within $2 s" >&2; tail -n 20 "$WORK/log" >&2; exit 7; fi
    sleep 1
  done
  echo $(($(now) - since))
}

"$EVENKEEL" run --no-web --config "$CONFIG" > "$WORK/log" 2>&1 &
BOT=$!
echo "$COUNT instruments at $*; $(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg)"
echo "ready after $(await event=ready 900) s"
took=$(await '^20.* (DONE|HELD|FAILED|SKIPPED) ' 2400)
echo "first decision over after $took s more"
grep -E '^20.* (DONE|HELD|FAILED|SKIPPED) ' "$WORK/log" | cut -c1-300
"$EVENKEEL" cycle show --config "$CONFIG" load/2026-01-01T00:00:00Z > "$WORK/cycle"
grep '^stages' "$WORK/cycle" || true
"$EVENKEEL" flatten --yes --reason 'load test' --config "$CONFIG" > "$WORK/flatten" 2>&1 || true
since=$(now)
until [ "$("$EVENKEEL" status --json --config "$CONFIG" | grep -c '"tradingState" : "HALTED"')" = 1 ]; do
  if [ $(($(now) - since)) -gt 1800 ]; then echo "not flat within 1800 s"; break; fi
  sleep 2
done
echo "flat and halted after $(($(now) - since)) s"
grep -hE 'VmHWM' "/proc/$BOT/status" || true
"$EVENKEEL" reports run capacity --config "$CONFIG" | tee "$WORK/capacity"
echo "alerts raised: $(grep -c event=alert_raised "$WORK/log" || true), left: $("$EVENKEEL" status --json --config "$CONFIG" | grep -E '"(openAttempts|quarantined|openLocks)"' | tr -d '\n')"

span() { # the orders that only reduce, or the others: how many, and seconds from the first to the last, by the venues
  cat "$WORK"/venues/events.ndjson "$WORK"/venues/*/events.ndjson 2> /dev/null | grep '"event":"OrderReceived"' \
    | grep -F "\"reduceOnly\":$1" | grep -o '"atMs":[0-9]*' | cut -d: -f2 | sort -n \
    | awk 'NR == 1 { first = $1 } { last = $1 } END { printf "%d in %.0f s\n", NR, (last - first) / 1000 }'
}
echo "orders of the decision: $(span false), of the flatten: $(span true)"
received=$(cat "$WORK"/venues/events.ndjson "$WORK"/venues/*/events.ndjson 2> /dev/null | grep '"event":"OrderReceived"' | grep -o '"clientOrderId":"[^"]*"' | sort)
trades=$(cat "$WORK"/venues/events.ndjson "$WORK"/venues/*/events.ndjson 2> /dev/null | grep -c '"event":"Traded"')
total() { awk -v what="$1 in all" 'index($0, what) == 1 { print $(NF) }' "$WORK/capacity"; }
twice=$(echo "$received" | uniq -d | wc -l)
echo "orders: $(echo "$received" | wc -l) received by the venues, $twice of them twice, $(total orders) in the books"
echo "fills: $trades at the venues, $(total fills) in the books"
[ "$twice" = 0 ] && [ "$trades" = "$(total fills)" ] || exit 7
