package org.evenkeel.shell.boot;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.evenkeel.cycle.Clock;

/** The host's clock, in UTC. Thread-safe. */
final class WallClock implements Clock {

  private static final Hold NOTHING_HELD = () -> {};

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public void sleep(Duration duration) {
    pause(duration);
  }

  @Override
  public long elapsedMillis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }

  @Override
  public Duration wallUntil(Instant instant) {
    Duration until = Duration.between(Instant.now(), instant);
    return until.isNegative() ? Duration.ZERO : until;
  }

  @Override
  public Hold hold() {
    return NOTHING_HELD;
  }

  /** Sleeps on the wall; an interrupt ends it and stays set. */
  static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
