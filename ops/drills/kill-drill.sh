#!/usr/bin/env bash
# Kills the bot again and again, on real PostgreSQL and at a venue over HTTP that outlives it; the venue's log is the judge.
#
#   ops/drills/kill-drill.sh 500 42 3       500 kills at moments drawn from seed 42, in three parallel lanes
#   ops/drills/kill-drill.sh boundaries 3   one halt at every step that a run without trouble passes
#
# A line per kill goes to standard error, the report to standard output, ready to be kept:
#   ops/drills/kill-drill.sh 500 42 3 > ops/drills/0003-kill-drill.md
#
# Exit code 0: everything agrees. 7: it does not; no report, and the folder named at the beginning is kept.
set -eu

if [ $# -eq 0 ]; then
  sed -n '2,10p' "$0" >&2
  exit 2
fi

cd "$(dirname "$0")/../.."
readonly WORK=target/kill-drill
. ops/tests.sh
compile_tests "$WORK"

# As jars, of which the processes that are killed can share the parsed classes: they start in half the time.
"$JDK/bin/jar" cf "$WORK/main.jar" -C target/classes .
"$JDK/bin/jar" cf "$WORK/test.jar" -C target/test-classes .
exec "$JDK/bin/java" -Xmx1g -XX:+UseSerialGC -Duser.timezone=UTC \
  -cp "$WORK/test.jar:$WORK/main.jar:$(cat "$WORK/classpath")" org.evenkeel.crash.KillDrill "$@"
