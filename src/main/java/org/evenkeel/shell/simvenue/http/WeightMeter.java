package org.evenkeel.shell.simvenue.http;

import java.util.function.LongSupplier;

/**
 * Request weight used in the current minute of wall time, against a budget.
 *
 * <p>Wall time, because the network and the client's patience do not run faster in a fast market.
 * Thread-safe.
 */
public final class WeightMeter {

  private static final long MINUTE_MS = 60_000;

  private final int budget;
  private final LongSupplier wallMs;
  private long minute;
  private int used;

  public WeightMeter(int budget, LongSupplier wallMs) {
    this.budget = budget;
    this.wallMs = wallMs;
  }

  /** Counts a request and returns the weight used so far in this minute, its own included. */
  public synchronized int add(int weight) {
    long now = wallMs.getAsLong() / MINUTE_MS;
    if (now != minute) {
      minute = now;
      used = 0;
    }
    used += weight;
    return used;
  }

  public boolean isOver(int usedWeight) {
    return usedWeight > budget;
  }

  public long secondsLeft() {
    return (MINUTE_MS - wallMs.getAsLong() % MINUTE_MS + 999) / 1000;
  }
}
