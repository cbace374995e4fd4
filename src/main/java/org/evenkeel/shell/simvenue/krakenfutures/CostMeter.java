package org.evenkeel.shell.simvenue.krakenfutures;

import java.util.function.LongSupplier;

/**
 * An allowance that refills steadily in wall time up to its size.
 *
 * <p>For example 100 that refill by 10 a minute. Thread-safe.
 */
final class CostMeter {

  private static final double MINUTE_MS = 60_000;

  private final double size;
  private final double perMinute;
  private final LongSupplier wallMs;
  private double left;
  private long since;

  CostMeter(double size, double perMinute, LongSupplier wallMs) {
    this.size = size;
    this.perMinute = perMinute;
    this.wallMs = wallMs;
    this.left = size;
    this.since = wallMs.getAsLong();
  }

  /** Takes a cost; false if there is not so much left. */
  synchronized boolean take(int cost) {
    long now = wallMs.getAsLong();
    left = Math.min(size, left + perMinute * (now - since) / MINUTE_MS);
    since = now;
    if (left < cost) {
      return false;
    }
    left -= cost;
    return true;
  }
}
