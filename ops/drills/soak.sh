#!/usr/bin/env bash
# Lets the bot decide once a second for some minutes, at a venue in a process of its own and with the watcher beside it,
# and looks at what both hold on to.
#
#   ops/drills/soak.sh 5       five minutes, some three hundred daily decisions
#   ops/drills/soak.sh 60 30   an hour, looked at every 30 seconds
#
# A line per look goes to standard error, the table and the verdict to standard output. Exit code 0: nothing grows.
# 7: something does. Every look comes after a full collection, so that the heap is what is really held.
set -eu

MINUTES=${1:-5}
EVERY=${2:-10}
HOME_FOLDER=$(cd "$(dirname "$0")/../.." && pwd)
WORK=$(mktemp -d "${TMPDIR:-/tmp}/evenkeel-soak.XXXXXX")
CONFIG=$WORK/config/rehearsal.yml
VENUE=0
BOT=0
WATCHER=0

# Nothing that was started here outlives the soak.
clean_up() {
  for pid in $WATCHER $BOT $VENUE; do
    if [ "$pid" -ne 0 ]; then kill "$pid" 2> /dev/null || true; wait "$pid" 2> /dev/null || true; fi
  done
  rm -rf "$WORK"
}
trap clean_up EXIT

evenkeel() { exec "$HOME_FOLDER/evenkeel" "$@" --config "$CONFIG"; }

await() { # what, file, seconds
  for _ in $(seq $(($3 * 5))); do
    if grep -q "$1" "$2" 2> /dev/null; then return 0; fi
    sleep 0.2
  done
  echo "no '$1' within $3 s:" >&2
  cat "$2" >&2
  exit 7
}

cp -r "$HOME_FOLDER/config" "$WORK/config"
sed -e "s#var/postgres#$WORK/postgres#" -e "s#var/rehearsal-venue#$WORK/venue#" -e 's#8640 .*#86400#' \
  -e 's#^rehearsal:#runs: { max_interrupted_starts: 1000000 }\nrehearsal:#' \
  "$HOME_FOLDER/config/rehearsal.yml" > "$CONFIG"
"$HOME_FOLDER/evenkeel" version --config "$CONFIG" > /dev/null # builds the jar before the clock runs

evenkeel venue-sim > "$WORK/venue.log" 2>&1 &
VENUE=$!
await '^simulated venue ' "$WORK/venue.log" 60
URL=$(sed -n 's/^simulated venue .* at \([^,]*\),.*/\1/p' "$WORK/venue.log")
sed -i.old "s#^rehearsal:#rehearsal:\n  external_url: $URL#" "$CONFIG"
evenkeel run --no-web > "$WORK/bot.log" 2>&1 &
BOT=$!
await 'event=ready' "$WORK/bot.log" 120
evenkeel watch > "$WORK/watcher.log" 2>&1 &
WATCHER=$!

JCMD=$(dirname "$(readlink "/proc/$BOT/exe")")/jcmd
heap_kb() {
  "$JCMD" "$1" GC.run > /dev/null
  "$JCMD" "$1" GC.heap_info | awk '{ for (i = 1; i < NF; i++) if ($i == "used") { sub("K.*", "", $(i + 1)); sum += $(i + 1); break } } /Metaspace/ { exit } END { print sum }'
}
threads() { awk '/^Threads/ { print $2 }' "/proc/$1/status"; }
files() { find "/proc/$1/fd" | wc -l; }
connections() { pgrep -c -P "$(head -n 1 "$WORK/postgres/data/postmaster.pid")"; }

END=$((SECONDS + MINUTES * 60))
while [ $SECONDS -lt $END ]; do
  sleep "$EVERY"
  kill -0 "$BOT" 2> /dev/null || { echo "the bot has ended" >&2; tail -n 20 "$WORK/bot.log" >&2; exit 7; }
  kill -0 "$WATCHER" 2> /dev/null || { echo "the watcher has ended" >&2; tail -n 20 "$WORK/watcher.log" >&2; exit 7; }
  printf '%d %d %d %d %d %d %d %d %d\n' "$SECONDS" "$(grep -c '^cycle\|DONE\|HELD\|SKIPPED' "$WORK/bot.log" || true)" \
    "$(heap_kb "$BOT")" "$(threads "$BOT")" "$(files "$BOT")" "$(connections)" \
    "$(heap_kb "$WATCHER")" "$(threads "$WATCHER")" "$(files "$WATCHER")" |
    tee -a "$WORK/looks" >&2
done

echo "The watcher at the end: $(evenkeel status | grep -i 'watch')"
echo

# The first third is warming up; then the middle third is compared with the last.
awk -v minutes="$MINUTES" '
  { for (i = 1; i <= 9; i++) v[NR, i] = $i }
  END {
    split("s,decisions,heap KB,threads,open files,server processes,watcher: heap KB,watcher: threads,watcher: open files", name, ",")
    third = int(NR / 3); bad = 0
    printf "%d minutes, %d looks, %d decisions.\n\n", minutes, NR, v[NR, 2]
    print "| What | After warming up | At the end | Growth |"; print "|---|---|---|---|"
    for (i = 3; i <= 9; i++) {
      a = b = 0
      for (r = third + 1; r <= 2 * third; r++) a += v[r, i] / third
      for (r = NR - third + 1; r <= NR; r++) b += v[r, i] / third
      growth = a == 0 ? 0 : (b - a) / a
      if (growth > 0.10) bad = 1
      printf "| %s | %.0f | %.0f | %.1f %% |\n", name[i], a, b, 100 * growth
    }
    print bad ? "\nSomething grows by more than 10 %." : "\nNothing grows by more than 10 %."
    exit bad ? 7 : 0
  }' "$WORK/looks"
