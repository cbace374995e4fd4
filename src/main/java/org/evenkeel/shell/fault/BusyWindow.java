package org.evenkeel.shell.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.core.statement.BusiestTimes;

/** The most that was counted in a window of the wall's time, of windows that follow one another. Not thread-safe. */
final class BusyWindow {

  private final long lengthMs;
  private long window = Long.MIN_VALUE;
  private long count;
  private long busiest;
  private long most;

  BusyWindow(Duration length) {
    this.lengthMs = length.toMillis();
  }

  void add(long atMs, long amount) {
    long now = Math.floorDiv(atMs, lengthMs);
    if (now != window) {
      window = now;
      count = 0;
    }
    count += amount;
    if (count > most) {
      most = count;
      busiest = window;
    }
  }

  /** The busiest window since the last time that this was asked; one that goes on counts in full for the next as well. */
  Optional<BusiestTimes.Row> taken(String venue, String budget, String what, long allowed) {
    if (most == 0) {
      return Optional.empty();
    }
    Instant at = Instant.ofEpochMilli(busiest * lengthMs);
    BusiestTimes.Row row = new BusiestTimes.Row(venue, budget, what, at, most, allowed);
    most = 0;
    return Optional.of(row);
  }
}
