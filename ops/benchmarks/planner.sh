#!/usr/bin/env bash
# What lots and bands gain and cost: accounts of several sizes on ten instruments' specifications, time by number of
# sleeves, and ways of rebalancing over past days.
#
#   ops/benchmarks/planner.sh CLOSES.csv [FUNDING.csv]
#
# CLOSES has daily closes 'date,BTCUSDT,...', FUNDING settled rates 'venue,symbol,ts,funding_rate'.
set -eu
closes=$(realpath "$1")
funding=$([ $# -gt 1 ] && realpath "$2" || true)
cd "$(dirname "$0")/../.."
readonly WORK=target/planner
. ops/tests.sh
compile_tests "$WORK"
"$JDK/bin/java" -Duser.timezone=UTC -cp "target/test-classes:target/classes:$(cat "$WORK/classpath")" \
  org.evenkeel.shell.simvenue.market.LotFigures "$closes"
for where in centre edge; do
  ./evenkeel bands --prices "$closes" ${funding:+--funding "$funding"} --from 2021-01-01 --to 2024-12-31 \
    --trade-to "$where" --svg "$WORK/bands-$where.svg"
done
