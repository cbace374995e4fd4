package org.evenkeel.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Milliseconds by stage of one cycle, on the bot's clock, which runs at real speed while a cycle holds it. */
final class StageTimes {

  private final Clock clock;
  private final TreeMap<String, Long> millis = new TreeMap<>();

  StageTimes(Clock clock) {
    this.clock = clock;
  }

  <T> T measure(String stage, Supplier<T> work) {
    Instant start = clock.now();
    T result = work.get();
    millis.merge(stage, Duration.between(start, clock.now()).toMillis(), Long::sum);
    return result;
  }

  SortedMap<String, Long> millis() {
    return millis;
  }
}
