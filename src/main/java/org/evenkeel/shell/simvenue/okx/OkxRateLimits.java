package org.evenkeel.shell.simvenue.okx;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** Requests of each endpoint in the current two seconds of wall time. Thread-safe. */
final class OkxRateLimits {

  private static final long WINDOW_MS = 2000;

  private final int factor;
  private final LongSupplier wallMs;
  private final Map<String, Integer> used = new TreeMap<>();
  private long window;

  OkxRateLimits(int factor, LongSupplier wallMs) {
    this.factor = factor;
    this.wallMs = wallMs;
  }

  synchronized void count(String endpoint, OkxRoute route) {
    long now = wallMs.getAsLong() / WINDOW_MS;
    if (now != window) {
      window = now;
      used.clear();
    }
    if (used.merge(endpoint, 1, Integer::sum) > route.perTwoSeconds() * factor) {
      throw OkxError.withStatus(429, "50011", "Too Many Requests");
    }
  }
}
