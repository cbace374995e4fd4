package org.evenkeel.shell.boot;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.evenkeel.cycle.Clock;
import org.evenkeel.shell.simvenue.market.SimClock;

/**
 * The market time of a simulated venue in the same process, shared with it.
 *
 * <p>While the bot works it holds the clock, so a second of work is a second of market time. While it sleeps it lets go,
 * so waiting for a venue's timeout costs milliseconds. Thread-safe; held by one working thread at a time.
 */
final class RehearsalClock implements Clock {

  private final SimClock market;
  private final AtomicInteger held = new AtomicInteger();

  RehearsalClock(SimClock market) {
    this.market = market;
  }

  @Override
  public Instant now() {
    return Instant.ofEpochMilli(market.nowMs());
  }

  @Override
  public void sleep(Duration duration) {
    long until = market.nowMs() + duration.toMillis();
    int holds = held.get();
    for (int i = 0; i < holds; i++) {
      market.release();
    }
    try {
      // At least a millisecond, so that a loop of short sleeps cannot spin.
      WallClock.pause(Duration.ofMillis(Math.max(1, market.wallMillisUntil(until))));
    } finally {
      for (int i = 0; i < holds; i++) {
        market.hold();
      }
    }
  }

  @Override
  public long elapsedMillis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }

  @Override
  public Duration wallUntil(Instant instant) {
    return Duration.ofMillis(market.wallMillisUntil(instant.toEpochMilli()));
  }

  @Override
  public Hold hold() {
    market.hold();
    held.incrementAndGet();
    return () -> {
      held.decrementAndGet();
      market.release();
    };
  }
}
