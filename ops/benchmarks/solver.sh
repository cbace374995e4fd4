#!/usr/bin/env bash
# Measures the risk-parity solver beside its peers, on the same matrices, in one run, and prints the tables as Markdown.
#
#   ops/benchmarks/solver.sh [--quick] > tables.md        (--quick: one matrix per cell, shorter, Python to n = 100)
#
# Four families of matrices, n = 5 to 1000, tolerances 1e-6 and 1e-10. Peers: coordinate descent in Java and in C (gcc -O3
# -march=native, with the fewest sweeps that an oracle finds), riskparity.py's C++ kernels, and the packages skfolio,
# riskfolio-lib and PyPortfolioOpt in a virtual environment under target/. What cannot be had is left out and named.
# Then the rolling re-estimates, and JMH with its allocation profiler over the warm path.
#
# Needs JDK 21 or newer, Maven, and for the peers gcc and Python 3.11. Takes about 40 minutes, --quick about 12.
# Figures are processor time of the measuring thread: the median of 5 to 25 batches, and the best of the rounds.
set -euo pipefail
cd "$(dirname "$0")/../.."

sizes=5,10,30,100,300,1000 python_sizes=5,10,30,100,300,1000 seeds=0,1 seconds=0.3 rounds=3 python_seconds=1
if [ "${1:-}" = --quick ]; then
  python_sizes=5,30,100 seeds=1 seconds=0.1 rounds=1 python_seconds=0.1
fi
work=target/bench
mkdir -p "$work"
note() { echo "$*" >&2; }

. ops/tests.sh
java=$JDK/bin/java

note "building"
JAVA_EVENKEEL_HOME=$JDK mvn -B -ntp -q -Pbench -Dmaven.test.skip=true test-compile > "$work/build.log" 2>&1 ||
  { cat "$work/build.log" >&2; exit 70; }
run=("$java" -Xbatch -Xmx2g -XX:+UseSerialGC --add-modules jdk.incubator.vector
  -cp "target/classes:$work/classes:$work/lib/*")

rm -rf "$work/matrices"
"${run[@]}" org.evenkeel.bench.SolverTimes write "$work/matrices" 5,10,30,100,300,1000 "$seeds" 2> /dev/null
: > "$work/lines.csv"

if command -v gcc > /dev/null; then
  gcc -O3 -march=native -Wall -o "$work/ccd" ops/benchmarks/peer/ccd.c -lm
else
  echo "# no gcc: no C reference and no limit" >> "$work/lines.csv"
fi

python=
if command -v python3 > /dev/null && { [ -x "$work/venv/bin/pip" ] || python3 -m venv "$work/venv"; }; then
  python=$work/venv/bin/python
  while read -r requirement; do
    case $requirement in '#'* | '') continue ;; esac
    note "installing $requirement"
    "$python" -m pip install --disable-pip-version-check -q "$requirement" > "$work/pip.log" 2>&1 ||
      echo "# $requirement could not be installed: $(grep -m1 -i error "$work/pip.log" || true)" >> "$work/lines.csv"
  done < ops/benchmarks/peer/requirements.txt
else
  echo "# no Python: no packages" >> "$work/lines.csv"
fi
echo "Machine: $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1), $(nproc) cores, $(uname -sr); $("$java" -version 2>&1 | sed -n '2s/ *(build.*//p'); $(gcc --version 2> /dev/null | head -n 1 || echo no gcc); load average at the start $(cut -d' ' -f1-3 /proc/loadavg). Commit $(git rev-parse --short HEAD 2> /dev/null || echo unknown)."
echo

export OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 MKL_NUM_THREADS=1 RAYON_NUM_THREADS=1

for round in $(seq "$rounds"); do
  for n in ${sizes//,/ }; do
    note "round $round of $rounds, n = $n"
    "${run[@]}" org.evenkeel.bench.SolverTimes time "$n" "$seeds" "$seconds" >> "$work/lines.csv" 2> /dev/null
    if [ -x "$work/ccd" ]; then "$work/ccd" "$seconds" "$work/matrices/"*-"$n"-[0-9].bin >> "$work/lines.csv"; fi
  done
  "${run[@]}" org.evenkeel.bench.StructureTimes 30,100,300,1000 "$seeds" "$seconds" >> "$work/lines.csv" 2> /dev/null
done
if [ -n "$python" ]; then
  note "Python packages"
  "$python" ops/benchmarks/peer/peers.py "$work/matrices" "$python_seconds" "$python_sizes" "$seeds" \
    >> "$work/lines.csv" 2> "$work/python.log" || echo "# the Python peers ended with an error" >> "$work/lines.csv"
fi

python3 ops/benchmarks/peer/report.py "$work/lines.csv"
note "rolling"
"${run[@]}" org.evenkeel.bench.Rolling 2> /dev/null
note "JMH"
echo "### JMH with the allocation profiler"
echo
echo '```'
"${run[@]}" org.openjdk.jmh.Main -prof gc -jvmArgsAppend "--add-modules=jdk.incubator.vector -XX:+UseSerialGC" \
  -foe true -tu us -bm avgt -f 1 -wi 2 -w 500ms -i 3 -r 500ms -p n=30,300 -p family=factor,wishart 2> /dev/null |
  sed -n '/^Benchmark/,$p' | grep -E '^Benchmark|avgt.*us/op|alloc.rate.norm'
echo '```'
echo
echo "Load average at the end $(cut -d' ' -f1-3 /proc/loadavg)."
