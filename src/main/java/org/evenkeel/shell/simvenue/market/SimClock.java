package org.evenkeel.shell.simvenue.market;

import java.util.function.LongSupplier;

/**
 * Market time that runs at a multiple of wall time, and at wall speed while it is held.
 *
 * <p>Market time = anchor market time + (wall - anchor wall) x rate, where the rate is the speed while idle and 1 while at least one holder works.
 * With speed 3600 one idle second is a market hour; while a cycle holds the clock, its orders see a market that moves as a real one would.
 * Holds nest.
 * Time never goes back, even when the wall does.
 * Thread-safe.
 */
public final class SimClock {

  private static final double NANOS_PER_MS = 1e6;

  private final double speed;
  private final LongSupplier wallNanos;

  private long anchorMarketMs;
  private double anchorFractionMs;
  private long anchorWallNanos;
  private long latestWallNanos;
  private int holds;

  /**
   * Starts a clock now.
   *
   * @param startMarketMs market time at this moment, epoch milliseconds
   * @param speed market milliseconds per wall millisecond while idle, for example 1 or 3600
   * @param wallNanos a source of wall time such as {@code System::nanoTime}
   */
  public SimClock(long startMarketMs, double speed, LongSupplier wallNanos) {
    if (!(speed > 0) || speed > 1e9) {
      throw new IllegalArgumentException("speed must be above 0 and at most 1e9, found " + speed);
    }
    this.speed = speed;
    this.wallNanos = wallNanos;
    this.anchorMarketMs = startMarketMs;
    this.anchorWallNanos = wallNanos.getAsLong();
    this.latestWallNanos = anchorWallNanos;
  }

  /** Market time, epoch milliseconds. */
  public synchronized long nowMs() {
    return anchorMarketMs + (long) Math.floor(sinceAnchorMs());
  }

  /** Slows the market to wall speed until the matching {@link #release}. */
  public synchronized void hold() {
    reanchor();
    holds++;
  }

  /**
   * Ends one {@link #hold}; the market speeds up again when the last one ends.
   *
   * @throws IllegalStateException when nothing holds the clock
   */
  public synchronized void release() {
    if (holds == 0) {
      throw new IllegalStateException("release without a hold");
    }
    reanchor();
    holds--;
  }

  /**
   * Wall milliseconds until a market instant if the clock stays idle, rounded up; zero when it has passed.
   */
  public synchronized long wallMillisUntil(long marketMs) {
    double left = (marketMs - anchorMarketMs) - sinceAnchorMs();
    return left <= 0 ? 0 : (long) Math.ceil(left / speed);
  }

  /** Whether at least one holder keeps the market at wall speed. */
  public synchronized boolean isHeld() {
    return holds > 0;
  }

  /** Market milliseconds per wall millisecond while idle. */
  public double speed() {
    return speed;
  }

  private double sinceAnchorMs() {
    long wall = wallNanos.getAsLong();
    if (wall - latestWallNanos > 0) {
      latestWallNanos = wall;
    }
    double rate = holds > 0 ? 1 : speed;
    return anchorFractionMs + (latestWallNanos - anchorWallNanos) / NANOS_PER_MS * rate;
  }

  private void reanchor() {
    double since = sinceAnchorMs();
    long whole = (long) Math.floor(since);
    anchorMarketMs += whole;
    anchorFractionMs = since - whole;
    anchorWallNanos = latestWallNanos;
  }
}
