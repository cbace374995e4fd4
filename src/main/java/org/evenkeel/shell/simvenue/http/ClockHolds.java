package org.evenkeel.shell.simvenue.http;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Holds of the market clock by name, each ending by itself unless renewed.
 *
 * <p>A client that dies while it holds the clock slows the market for at most fifteen seconds of wall time.
 * Thread-safe.
 */
public final class ClockHolds {

  static final long LEASE_NANOS = 15_000_000_000L;

  private final VenueClock clock;
  private final LongSupplier wallNanos;
  private final Map<String, Long> sinceByHolder = new TreeMap<>();

  ClockHolds(VenueClock clock, LongSupplier wallNanos) {
    this.clock = clock;
    this.wallNanos = wallNanos;
  }

  synchronized void hold(String holder) {
    expire();
    if (sinceByHolder.put(holder, wallNanos.getAsLong()) == null) {
      clock.hold();
    }
  }

  synchronized void release(String holder) {
    if (sinceByHolder.remove(holder) != null) {
      clock.release();
    }
  }

  synchronized void releaseAll() {
    sinceByHolder.keySet().forEach(holder -> clock.release());
    sinceByHolder.clear();
  }

  synchronized void expire() {
    long now = wallNanos.getAsLong();
    sinceByHolder
        .values()
        .removeIf(
            since -> {
              boolean over = now - since > LEASE_NANOS;
              if (over) {
                clock.release();
              }
              return over;
            });
  }
}
