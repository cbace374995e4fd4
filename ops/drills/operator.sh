#!/usr/bin/env bash
# Walks through what an operator does, with a real bot, a real PostgreSQL and a simulated venue, and writes down what is said.
#
#   ops/drills/operator.sh > ops/drills/0007-operator.md
#
# Progress goes to standard error. Every command must end with the exit code that is written beside it here.
# Exit code 0: all did. 7: one did not; it is shown. Needs a JDK for ./evenkeel and nothing else; takes about ten minutes.
set -eu

HOME_FOLDER=$(cd "$(dirname "$0")/../.." && pwd)
WORK=$(mktemp -d "${TMPDIR:-/tmp}/evenkeel-operator.XXXXXX")
CONFIG=$WORK/config/rehearsal.yml
BOT=0
SAID=$WORK/said
EVENKEEL=${EVENKEEL:-$HOME_FOLDER/evenkeel}

# Nothing that was started here outlives the walk.
clean_up() {
  if [ "$BOT" -ne 0 ]; then kill "$BOT" 2> /dev/null || true; wait "$BOT" 2> /dev/null || true; fi
  rm -rf "$WORK"
}
trap clean_up EXIT

# Runs a command without a record of it.
quietly() {
  case " $* " in *' --config '*) "$EVENKEEL" "$@" ;; *) "$EVENKEEL" "$@" --config "$CONFIG" ;; esac
}

say() { printf '\n%s\n' "$*"; }

# Lines past this many are left out of the record, but for the last three.
LINES_SHOWN=18

# EXIT_CODE WORDS...: runs './evenkeel WORDS', writes command, answer and exit code down, and insists on the exit code.
ek() {
  local wanted=$1 code=0 words='' word
  shift
  for word in "$@"; do
    case $word in *' '*) words="$words \"$word\"" ;; *) words="$words $word" ;; esac
  done
  echo "./evenkeel$words" >&2
  (cd "$WORK" && quietly "$@") > "$SAID" 2>&1 || code=$?
  printf '\n```console\n$ ./evenkeel%s\n' "$words"
  sed -e "s#$WORK/##g" -e "s#$WORK##g" -e "s#$HOME_FOLDER/##g" -e 's/[[:space:]]*$//' "$SAID" |
    awk -v most=$LINES_SHOWN '{ line[NR] = $0 } END { for (i = 1; i <= NR; i++) if (NR <= most + 4 || i <= most || i > NR - 3) print line[i]; else if (i == most + 1) printf "... (%d more lines)\n", NR - most - 3 }'
  if [ "$code" -ne 0 ]; then printf '(exit code %d)\n' "$code"; fi
  printf '```\n'
  if [ "$code" -ne "$wanted" ]; then
    echo "ended with $code, not with $wanted:" >&2
    cat "$SAID" >&2
    tail -n 20 "$WORK/bot.log" >&2 || true
    exit 7
  fi
}

await() { # what, file, seconds
  for _ in $(seq $(($3 * 5))); do
    if grep -q "$1" "$2" 2> /dev/null; then return 0; fi
    sleep 0.2
  done
  echo "no '$1' within $3 s:" >&2
  tail -n 40 "$2" >&2
  exit 7
}

await_answer() { # what, seconds, words of a command
  local what=$1 end=$((SECONDS + $2))
  shift 2
  until quietly "$@" 2> /dev/null | grep -q "$what"; do
    if [ $SECONDS -ge $end ]; then
      echo "'$*' never said '$what':" >&2
      quietly "$@" >&2 || true
      tail -n 20 "$WORK/bot.log" >&2
      exit 7
    fi
    sleep 0.5
  done
}

cp -r "$HOME_FOLDER/config" "$WORK/config"
sed -e "s#var/postgres#$WORK/postgres#" -e "s#var/rehearsal-venue#$WORK/venue#" \
  -e "s#^web:#authority: { identities: $WORK/persons }\nweb:#" \
  "$HOME_FOLDER/config/rehearsal.yml" > "$CONFIG"
"$EVENKEEL" version > "$WORK/version" # builds the jar before anything waits for it
: > "$WORK/persons"

cat << 'PAGE'
# The operator's walk

Written by `ops/drills/operator.sh`, which runs all of it and insists on every exit code: the rehearsal of
`config/rehearsal.yml` with two persons who sign, each command also given `--config`, nothing else left out but the middle
of long answers. The bot runs in the background from its first decisions on, 30 times faster than the wall.
PAGE

say '## Two persons'
ek 0 identity create ann --role operator --key-out ann.key
tail -n 1 "$SAID" >> "$WORK/persons"
ek 0 identity create ben --role approver --key-out ben.key
tail -n 1 "$SAID" >> "$WORK/persons"
ek 0 identity list

echo 'three decisions' >&2
quietly run --cycles 3 --no-web > "$WORK/first.log" 2>&1
(exec "$EVENKEEL" run --speed 30 --no-web --config "$CONFIG") > "$WORK/bot.log" 2>&1 &
BOT=$!
await 'event=ready' "$WORK/bot.log" 120

say '## An override that lowers risk: one key'
ek 3 override set doge --cap 2% --reason "nobody signs this" --expires 10d
ek 0 override set doge --cap 2% --reason "thin books this week" --expires 10d --key ann.key
ek 0 override list
say 'A plan, before anything is done:'
ek 0 plan --save doge.plan --valid 2h --tolerance 0.05 --key ann.key
ek 0 apply doge.plan --reason "the cap, now" --key ann.key
await_answer '#1  *DONE' 60 cycle list --limit 1
ek 0 cycle list --limit 2

say '## Why that order, and why none'
ORDER=$(quietly orders --limit 20 | awk '/DOGE/ { print $3; exit }')
ek 0 explain "$ORDER"
ek 0 why-not btc
ek 0 why-not doge

say '## Taking it back early raises risk: two keys'
ek 4 override expire 1 --reason "books are fine again" --key ann.key
ek 0 approvals
ek 3 approve 1 --reason "I agree with myself" --key ann.key
ek 0 approve 1 --reason "books looked at: deep again" --key ben.key
await_answer 'override 1 has ended\|CARRIED\|DONE' 60 approvals --all
ek 0 approvals --all
ek 0 override list
say 'What shares the risk of one among the others raises theirs; where orders are signed it is refused:'
ek 3 override set doge --exclude --reason "out with it" --expires 10d --key ann.key

say '## A saved plan whose prices have moved'
ek 0 plan --save later.plan --valid 12h --tolerance 0.0001 --key ann.key
sleep 10
ek 3 apply later.plan --reason "as planned" --key ann.key
say 'And one that somebody has edited:'
sed -i.old 's/BUY/SELL/; s/"price_tolerance":"[^"]*"/"price_tolerance":"0.1"/' "$WORK/later.plan"
ek 3 apply later.plan --reason "a little better" --key ann.key

say '## One sleeve, another hour, one out of trade'
ek 0 rebalance --only btc,eth --reason "majors first" --key ann.key
await 'limited to btc, eth' "$WORK/bot.log" 60
ek 0 reschedule --next 2026-01-04T02:00Z --reason "the venue announces maintenance" --key ann.key
ek 0 jobs
ek 0 universe quarantine link --reason "looking at a report" --expires 2d --key ann.key
ek 4 universe release link --reason "the report was wrong" --key ann.key

say '## Capital and coins: less needs one, more needs two'
ek 0 capital set 800000 --reason "money leaves next week" --key ann.key
ek 4 capital set 900000 --reason "less than thought" --key ann.key
ek 0 capital show
ek 0 stablecoin haircut set USDC 0.05 --for 2d --reason "redemptions are slow" --key ann.key
ek 0 stablecoin show

say '## A configuration that raises risk: two keys before the next start'
sed 's/target_volatility_annual_fraction: 0.20/target_volatility_annual_fraction: 0.25/' "$CONFIG" > "$WORK/config/bolder.yml"
ek 0 config diff config/bolder.yml
ek 4 config accept --config config/bolder.yml --reason "a quarter of the board" --key ann.key
REQUEST=$(quietly approvals | awk '/accept|configuration/ && $1 ~ /^[0-9]+$/ { id = $1 } END { print id }')
ek 0 reject "$REQUEST" --reason "not in this market" --key ben.key

say '## A second process looks at the account'
ek 0 watch --once
ek 0 doctor

say '## The kill switch, rehearsed'
ek 0 kill drill --reason "the first of the month" --key ann.key
ek 0 lease show

say '## Halt, flatten, resume'
ek 0 halt --reason "looking at the venue" --key ann.key
ek 3 run-now --reason "while halted" --key ann.key
ek 4 flatten --reason "out of everything" --key ann.key
ek 0 flatten --reason "out of everything" --yes --key ann.key
await_answer 'HALTED' 120 status
ek 0 positions
ek 4 resume --checklist --reason "the venue is in order" --key ann.key
REQUEST=$(quietly approvals | awk '$1 ~ /^[0-9]+$/ { print $1; exit }')
ek 0 approve "$REQUEST" --reason "seen: flat, no order open, no lock" --key ben.key
await_answer 'ACTIVE' 60 status
ek 0 status
ek 0 run-now --reason "build the book again" --key ann.key

say '## What is kept'
sleep 5
ek 0 errands
ek 0 logs --since 30m
ek 0 reports run daily
ek 3 mode live
ek 0 incident bundle last -o incident.zip
ek 0 selfassess -o year.md
ek 0 backup make -o kept.zip
ek 0 backup verify kept.zip

say '## Somebody edits the table'
ek 0 audit verify
cat > "$WORK/Edit.java" << 'JAVA'
import java.sql.DriverManager;

class Edit {
  public static void main(String[] words) throws Exception {
    try (var connection = DriverManager.getConnection(words[0], "evenkeel", words[1]);
        var statement = connection.createStatement()) {
      // Triggers refuse such a change even to the owner; a superuser can silence them.
      statement.execute("set session_replication_role = replica");
      System.out.println(statement.executeUpdate(words[2]) + " row");
    }
  }
}
JAVA
EDIT="update evenkeel.exposure_override set reason = 'ben said so' where override_id = 1"
PORT=$(sed -n 4p "$WORK/postgres/data/postmaster.pid")
PASSWORD=$(cat "$WORK/postgres/password")
JAVA=$(readlink "/proc/$BOT/exe" 2> /dev/null || command -v java)
printf '\n```console\npostgres=# set session_replication_role = replica;\npostgres=# %s;\n' "$EDIT"
"$JAVA" -cp "$HOME_FOLDER/target/evenkeel.jar" "$WORK/Edit.java" "jdbc:postgresql://127.0.0.1:$PORT/evenkeel" "$PASSWORD" "$EDIT"
printf '```\n'
ek 7 audit verify
echo 'all as written' >&2
