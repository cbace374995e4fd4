#!/usr/bin/env bash
# Kills the bot at random moments and lets the venue's own log judge what it left behind.
#
#   ops/drills/kill-drill.sh        ten kills
#   ops/drills/kill-drill.sh 3 42   three kills, moments from seed 42
#
# The bot runs in the default configuration with folders of its own; var/ is not touched.
# One line per kill, then a verdict. Exit code 0: everything agrees. 7: it does not, and the folder is kept.
set -u

KILLS=${1:-10}
SEED=${2:-$$}
LONGEST_MS=15000
HOME_FOLDER=$(cd "$(dirname "$0")/../.." && pwd)
WORK=$(mktemp -d "${TMPDIR:-/tmp}/evenkeel-kill-drill.XXXXXX")
CONFIG=$WORK/config/rehearsal.yml
EVENTS=$WORK/venue/events.ndjson
BOT=0

say() { printf '%s\n' "$*"; }

now_ms() {
  if [ -n "${EPOCHREALTIME:-}" ]; then
    local t=${EPOCHREALTIME/[.,]/}
    printf '%s\n' "${t%???}"
  else
    printf '%s000\n' "$(date +%s)"
  fi
}

seconds() { printf '%d.%01d' $(($1 / 1000)) $(($1 % 1000 / 100)); }

# Nothing that was started here outlives the drill: not the bot, not the database that a killed bot leaves running.
clean_up() {
  if [ "$BOT" -ne 0 ]; then kill -9 "$BOT" 2> /dev/null; fi
  local pid
  pid=$(head -n 1 "$WORK/postgres/data/postmaster.pid" 2> /dev/null)
  if [ -n "$pid" ]; then kill "$pid" 2> /dev/null; fi
}
trap clean_up EXIT

evenkeel() { "$HOME_FOLDER/evenkeel" "$@" --config "$CONFIG"; }

prepare() {
  cp -r "$HOME_FOLDER/config" "$WORK/config" || exit 70
  sed -e "s#var/postgres#$WORK/postgres#" -e "s#var/rehearsal-venue#$WORK/venue#" \
    "$HOME_FOLDER/config/rehearsal.yml" > "$CONFIG" || exit 70
  evenkeel version > /dev/null || exit 70 # builds the jar before the clock runs
}

# From a time of the log to milliseconds of its day.
log_ms() {
  sed -n "s/^[0-9-]* \([0-9]*\):\([0-9]*\):\([0-9]*\),\([0-9]*\) .*$2.*/\1 \2 \3 \4/p" "$1" | head -n 1 |
    awk '{ print (($1 * 60 + $2) * 60 + $3) * 1000 + $4 }'
}

# Starts the bot, waits for the random moment, kills it; notes how long the start took until it was ready.
kill_once() {
  local number=$1 after=$2 log=$WORK/run-$1.log started ready='' waited=''
  started=$(now_ms)
  "$HOME_FOLDER/evenkeel" run --no-web --config "$CONFIG" > "$log" 2>&1 &
  BOT=$!
  while [ $(($(now_ms) - started)) -lt "$after" ]; do
    if [ -z "$ready" ] && grep -q 'event=ready' "$log"; then ready=$(($(now_ms) - started)); fi
    sleep 0.05
  done
  if ! kill -9 "$BOT" 2> /dev/null; then
    say "kill $number: the bot had ended by itself"
    sed 's/^/  /' "$log"
    exit 7
  fi
  wait "$BOT" 2> /dev/null
  BOT=0
  local orders
  orders=$(grep -c '"event":"OrderReceived"' "$EVENTS" 2> /dev/null)
  if [ -n "$ready" ]; then
    waited=$(lease_wait "$log")
    [ "$number" -gt 1 ] && say "$ready $waited" >> "$WORK/recoveries"
    ready="ready after $(seconds "$ready") s, $(seconds "$waited") s of it waiting for the lease"
  else
    ready="not yet ready"
  fi
  say "kill $number: $(seconds "$after") s after the start ($ready), ${orders:-0} orders at the venue"
}

# How long a start waited for the lease of its killed predecessor.
lease_wait() {
  local raised cleared
  raised=$(log_ms "$1" 'alert_raised subject=lease')
  cleared=$(log_ms "$1" 'alert_cleared subject=lease')
  say $((${raised:+${cleared:-0} - raised} + 0))
}

# Client ids with what was filled of them: by the venue's log, and by the bot's database.
filled_at_venue() {
  awk -F'"' '
    function after(name,   s) { s = $0; sub(".*\"" name "\":\"?", "", s); sub("[\",}].*", "", s); return s }
    /"event":"OrderAccepted"/ { id[after("symbol") after("kind") after("orderId")] = after("clientOrderId") }
    /"event":"Traded"/ { filled[id[after("symbol") after("kind") after("orderId")]] += after("qty") }
    END { for (i in filled) printf "%s %.8f\n", i, filled[i] }' "$EVENTS" | sort
}

filled_in_database() {
  evenkeel orders --json --limit 1000000 | awk -F'[:,]' '
    /"clientOrderId"/ { gsub(/[" ]/, "", $2); id = $2 }
    /"cumQty"/ { if ($2 + 0 != 0) printf "%s %.8f\n", id, $2 }' | sort
}

verdict() {
  local failures=0 status duplicates
  duplicates=$(grep -E '"event":"(OrderReceived|RequestRefused)"' "$EVENTS" |
    grep -o '"clientOrderId":"[^"]*"' | sort | uniq -d)
  if [ -n "$duplicates" ]; then say "FAILED: sent twice: $duplicates" && failures=1; fi
  filled_at_venue > "$WORK/venue.filled"
  filled_in_database > "$WORK/database.filled"
  if ! diff "$WORK/venue.filled" "$WORK/database.filled"; then
    say "FAILED: what is filled at the venue (<) is not what is booked (>)" && failures=1
  fi
  status=$(evenkeel status --json)
  for wanted in '"openAttempts" : 0' '"quarantined" : 0' '"breaks" : 0' '"daemon" : "DOWN"'; do
    case $status in *"$wanted"*) ;; *) say "FAILED: the status does not say $wanted" && failures=1 ;; esac
  done
  if [ "$failures" -ne 0 ]; then
    say "verdict: FAILED; everything is kept in $WORK"
    exit 7
  fi
  say "verdict: $(grep -c '"event":"OrderReceived"' "$EVENTS") orders reached the venue, none twice;" \
    "$(wc -l < "$WORK/venue.filled" | tr -d ' ') with fills, each booked to the last unit; no open order, no break"
}

recoveries() {
  [ -s "$WORK/recoveries" ] || return 0
  local count
  count=$(wc -l < "$WORK/recoveries")
  sort -n "$WORK/recoveries" > "$WORK/sorted"
  say "recovery from start to ready: median $(seconds "$(sed -n "$(((count + 1) / 2))p" "$WORK/sorted" | cut -d' ' -f1)") s," \
    "worst $(seconds "$(tail -n 1 "$WORK/sorted" | cut -d' ' -f1)") s, of $((count)) restarts that lived long enough"
}

say "seed $SEED, folder $WORK"
prepare
RANDOM=$SEED
for ((kill = 1; kill <= KILLS; kill++)); do
  kill_once "$kill" $((300 + (RANDOM * 32768 + RANDOM) % LONGEST_MS))
done
if ! evenkeel run --no-web --cycles 3 > "$WORK/run-last.log" 2>&1; then
  say "FAILED: the last run did not end in order; everything is kept in $WORK"
  tail -n 20 "$WORK/run-last.log"
  exit 7
fi
recoveries
verdict
trap - EXIT
rm -rf "$WORK"
