package org.evenkeel.cycle;

import java.time.Duration;
import java.time.Instant;

/** The only source of time; in a rehearsal it tells market time, which may run faster than the wall. */
public interface Clock {

  Instant now();

  /** Waits on the clock's own scale while {@link #hold} is in force at real speed; returns early if interrupted. */
  void sleep(Duration duration);

  /**
   * Keeps a compressed clock at real speed until closed, so that a second of work is a second of market time.
   *
   * <p>A wall clock does nothing here. Holds nest.
   */
  Hold hold();

  /** The end of a {@link #hold}. */
  interface Hold extends AutoCloseable {
    @Override
    void close();
  }
}
