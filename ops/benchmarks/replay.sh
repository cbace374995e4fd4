#!/usr/bin/env bash
# Makes every decision of three rehearsals again on each of several Java machines, and compares what they print.
#
#   ops/benchmarks/replay.sh CYCLES JAVA_HOME JAVA_HOME...     e.g. 340 /usr/lib/jvm/jdk-21 /usr/lib/jvm/jdk-25
#
# The first machine makes the decisions. Ends with 1 if a machine finds one that is different, or if the hashes of all
# stages together differ between two machines.
set -euo pipefail

[ $# -ge 3 ] || { sed -n '2,7p' "$0" >&2; exit 2; }
cycles=$1
shift
home=$(cd "$(dirname "$0")/../.." && pwd)
work=$home/target/replay
rm -rf "$work"
mkdir -p "$work"
"$home/evenkeel" version > /dev/null # builds the jar

bot() { # JAVA_HOME ARGUMENTS
  local java=$1/bin/java
  shift
  "$java" -Dsun.net.http.retryPost=false -Duser.timezone=UTC -Devenkeel.home="$home" -XX:+UseSerialGC -Xmx1g \
    -jar "$home/target/evenkeel.jar" "$@"
}

for seed in 20260101 20260102 20260103; do
  sed -e "s|seed: .*|seed: $seed|" -e 's|speed_market_seconds_per_second: .*|speed_market_seconds_per_second: 864000|' \
    -e "s|embedded_directory: .*|embedded_directory: $work/$seed/postgres|" \
    -e "s|venue_directory: .*|venue_directory: $work/$seed/venue|" \
    -e "s|capabilities: venues|capabilities: $home/config/venues|" "$home/config/rehearsal.yml" > "$work/$seed.yml"
  bot "$1" --config "$work/$seed.yml" run --no-web --cycles "$cycles" > "$work/$seed.run" 2>&1
done

same=true
for seed in 20260101 20260102 20260103; do
  echo "seed $seed"
  for java in "$@"; do
    "$java/bin/java" -version 2>&1 | sed -n '2p'
    bot "$java" --config "$work/$seed.yml" replay --all --verify | tee "$work/$seed.answer" || same=false
    grep '^all hashes' "$work/$seed.answer" >> "$work/$seed.hashes" || same=false
  done
  [ "$(sort -u "$work/$seed.hashes" | wc -l)" = 1 ] || same=false
done
$same && echo "the same on every machine"
$same
