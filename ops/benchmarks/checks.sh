#!/usr/bin/env bash
# What the checks cost that stay on in production: decisions with and without the triggers of the schema, in turn.
#
#   ops/benchmarks/checks.sh 50     fifty pairs of decisions on real PostgreSQL and a simulated venue over HTTP
set -eu
cd "$(dirname "$0")/../.."
readonly WORK=target/checks
. ops/tests.sh
compile_tests "$WORK"
exec "$JDK/bin/java" -Duser.timezone=UTC -Dsun.net.http.retryPost=false \
  -cp "target/test-classes:target/classes:$(cat "$WORK/classpath")" org.evenkeel.crash.ChecksCost "${1:-50}"
