#!/usr/bin/env bash
# Measures what a user waits for and what the bot costs, on this machine, in one run:
# clone to first cycle, start of the built jar, memory after N cycles, wall time by stage, calls to the venue per cycle.
#
#   ops/benchmarks/measure.sh [CYCLES]        (default 100; about CYCLES seconds)
#
# It works in a folder of its own and leaves nothing behind. Libraries that Maven has downloaded before are used again.
set -euo pipefail

cycles=${1:-100}
port=8899
source_folder=$(cd "$(dirname "$0")/../.." && pwd)
folder=$(mktemp -d)
trap 'kill "${pid:-0}" 2> /dev/null || true; rm -rf "$folder"' EXIT

now() { date +%s.%N; }
since() { awk -v a="$1" -v b="$(now)" 'BEGIN { printf "%.1f", b - a }'; }
wait_for() { until grep -q "$2" "$1" 2> /dev/null; do sleep 0.02; done; }

echo "machine: $(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg), $(uname -sr)"

start=$(now)
git clone -q "$source_folder" "$folder/clone"
cd "$folder/clone"
./evenkeel run --cycles 1 --no-web > first.log 2>&1 &
pid=$!
wait_for first.log ' DONE '
echo "clone to first cycle, with Maven's libraries at hand: $(since "$start") s"
wait "$pid"

for i in 1 2 3; do
  start=$(now)
  ./evenkeel run --cycles 1 --web-port "$port" > "start$i.log" 2>&1 &
  pid=$!
  wait_for "start$i.log" '^page:'
  echo "start $i of the built jar to its page, database and venue up: $(since "$start") s"
  wait "$pid"
done

rm -rf var
./evenkeel run --cycles "$cycles" --web-port "$port" --speed 86400 > long.log 2>&1 &
pid=$!
while kill -0 "$pid" 2> /dev/null; do
  if curl -sf "http://127.0.0.1:$port/metrics" -o metrics.new; then mv metrics.new metrics; fi
  java_pid=$(pgrep -f "evenkeel.jar run --cycles $cycles" | head -n 1 || true)
  if [ -n "$java_pid" ]; then grep -E 'VmRSS|VmHWM' "/proc/$java_pid/status" > memory 2> /dev/null || true; fi
  sleep 0.2
done
ended=$(grep -cE '^20.* (DONE|HELD|FAILED|SKIPPED) ' long.log || true)
echo "cycles: $ended ended, $(grep -cE ' DONE ' long.log || true) of them DONE"
echo "memory of the JVM at the end (-Xmx512m, serial collector): $(tr -s ' \t\n' ' ' < memory)"
echo "wall milliseconds of a cycle, as printed, median: $(grep -oE '[0-9]+ ms$' long.log | cut -d' ' -f1 | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }')"
echo "mean wall milliseconds by stage:"
awk '/^evenkeel_cycle_stage_seconds_sum/ { split($0, p, /stage="|"/); sum[p[2]] = $NF }
     /^evenkeel_cycle_stage_seconds_count/ { split($0, p, /stage="|"/); count[p[2]] = $NF }
     END { for (s in sum) printf "  %-10s %7.1f\n", s, 1000 * sum[s] / count[s] }' metrics | sort
echo "calls to the venue over HTTP, cycles and the reconciliations between them together:"
awk -v n="$ended" '/^evenkeel_venue_calls_seconds_count/ { split($0, p, /kind="|outcome="|"/); total += $NF; print "  " $0 }
     END { printf "  per cycle: %.1f\n", total / n }' metrics
