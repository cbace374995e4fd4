package org.evenkeel.shell.xchange.kraken.trade;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers that only rise: microseconds since 1970 of this host, or one more than the last.
 *
 * <p>A key must be used by one process alone: two that count for themselves refuse each other's requests.
 * The host's clock, because a number must rise from one process to the next, whatever time the venue says it is.
 *
 * <p>This class is thread-safe.
 */
public final class KrakenNonces {

  private final AtomicLong last = new AtomicLong();

  public long next() {
    long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    return last.updateAndGet(before -> Math.max(before + 1, now));
  }
}
