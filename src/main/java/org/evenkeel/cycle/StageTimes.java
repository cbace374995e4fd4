package org.evenkeel.cycle;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Wall milliseconds by stage of one cycle. */
final class StageTimes {

  private final Clock clock;
  private final TreeMap<String, Long> millis = new TreeMap<>();

  StageTimes(Clock clock) {
    this.clock = clock;
  }

  <T> T measure(String stage, Supplier<T> work) {
    long start = clock.elapsedMillis();
    T result = work.get();
    millis.merge(stage, clock.elapsedMillis() - start, Long::sum);
    return result;
  }

  SortedMap<String, Long> millis() {
    return millis;
  }
}
