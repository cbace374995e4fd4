#!/usr/bin/env bash
# The sequence proof against the margin engine of the simulated venue, and what it costs.
#
#   ops/benchmarks/sequence.sh check 100000     random plans, each carried out in part four times, and spoilt on purpose
#   ops/benchmarks/sequence.sh time             milliseconds per plan at 10, 50 and 200 instruments
set -eu
cd "$(dirname "$0")/../.."
readonly WORK=target/sequence
. ops/tests.sh
compile_tests "$WORK"
exec "$JDK/bin/java" -Duser.timezone=UTC \
  -cp "target/test-classes:target/classes:$(cat "$WORK/classpath")" org.evenkeel.property.sequence.SequenceBench "$@"
