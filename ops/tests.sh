# Sourced at the top of a checkout by the benchmarks and drills that run a main class of the tests or of the build.
# JDK becomes the newest one that is there, from 21 on, as the build takes it; EVENKEEL_JDK names another one.

newest_jdk() {
  local jdk feature
  for jdk in ${EVENKEEL_JDK:-"${JAVA_HOME:-/nowhere}" /usr/lib/jvm/* /opt/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*}; do
    feature=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$jdk/release" 2> /dev/null || true)
    if [ -x "$jdk/bin/javac" ] && [ "${feature:-0}" -ge 21 ]; then echo "$feature $jdk"; fi
  done | sort -n | tail -n 1 | cut -d' ' -f2
}
JDK=$(newest_jdk)
[ -n "$JDK" ] || { echo "needs a JDK 21 or newer; JAVA_HOME or EVENKEEL_JDK can name one" >&2; exit 70; }

# Compiles the tests; FOLDER/classpath gets the libraries with which they run.
compile_tests() { # FOLDER
  mkdir -p "$1"
  mvn -q -B -ntp test-compile dependency:build-classpath -Dmdep.includeScope=test \
    -Dmdep.outputFile="$1/classpath" > "$1/build.log" 2>&1 || { cat "$1/build.log" >&2; exit 70; }
}
