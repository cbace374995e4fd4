package org.evenkeel.cycle;

import java.time.Duration;
import java.time.Instant;

/** The only source of time; in a rehearsal it tells market time, which may run faster than the wall. */
public interface Clock {

  Instant now();

  /**
   * The venue's time to be signed into a request, in whole milliseconds as it goes on the wire.
   *
   * @param offset by how much this clock is ahead of the venue's
   */
  default Instant signingTime(Duration offset) {
    return Instant.ofEpochMilli(now().minus(offset).toEpochMilli());
  }

  /**
   * Waits until the clock has gone on by a duration; a compressed clock runs at its own speed meanwhile, whoever holds it.
   *
   * <p>Returns early, with the thread's interrupt flag set, if interrupted.
   */
  void sleep(Duration duration);

  /** Milliseconds on the wall since some fixed moment, never going back: what durations are measured with. */
  long elapsedMillis();

  /** How long it takes on the wall until the clock shows an instant, if nobody holds it; zero if it has passed. */
  Duration wallUntil(Instant instant);

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
