package org.evenkeel.crash;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.shell.boot.Stamps;

/**
 * How long one start took from the process to 'ready', and what it consists of, in wall milliseconds.
 *
 * @param jvm until the program was entered
 * @param open until configuration, database and venue were there
 * @param lease until the lease of the killed one had run out and was taken
 * @param startUp until open orders were followed up, everything was booked and compared
 */
record Recovery(long jvm, long open, long lease, long startUp) {

  private static final Pattern STAMP = Pattern.compile("(?m)^stamp (\\w+) (\\d+)$");

  long total() {
    return jvm + open + lease + startUp;
  }

  /** Reads what a process has said; empty if it has not become ready. */
  static Optional<Recovery> of(long startedAtMs, String said) {
    Map<String, Long> at = new TreeMap<>();
    Matcher stamp = STAMP.matcher(said);
    while (stamp.find()) {
      at.put(stamp.group(1), Long.parseLong(stamp.group(2)));
    }
    if (!at.containsKey(Stamps.READY)) {
      return Optional.empty();
    }
    return Optional.of(
        new Recovery(
            at.get(Stamps.MAIN) - startedAtMs,
            at.get(Stamps.OPEN) - at.get(Stamps.MAIN),
            at.get(Stamps.LEASE) - at.get(Stamps.OPEN),
            at.get(Stamps.READY) - at.get(Stamps.LEASE)));
  }
}
