package org.evenkeel.shell.simvenue.http;

import java.util.function.LongSupplier;
import org.evenkeel.shell.simvenue.market.SimClock;

/**
 * The market time the venue lives in, and how it can be slowed for a while.
 *
 * <p>A held clock runs at wall speed, so that timestamps and receive windows mean what they do at a real venue.
 * Implementations are thread-safe.
 */
public interface VenueClock {

  /** Returns market time in epoch milliseconds. */
  long nowMs();

  /** Returns market milliseconds per wall millisecond while nobody holds the clock. */
  double speed();

  /** Returns whether somebody holds the clock at wall speed. */
  boolean isHeld();

  /** Slows the market to wall speed until the matching release. */
  void hold();

  /** Ends one hold. */
  void release();

  /** Returns market milliseconds per wall millisecond right now. */
  default double rate() {
    return isHeld() ? 1 : speed();
  }

  /** Returns the view of a simulated clock. */
  static VenueClock of(SimClock clock) {
    return new VenueClock() {
      @Override
      public long nowMs() {
        return ClockShift.nowMs(clock.nowMs());
      }

      @Override
      public double speed() {
        return clock.speed();
      }

      @Override
      public boolean isHeld() {
        return clock.isHeld();
      }

      @Override
      public void hold() {
        clock.hold();
      }

      @Override
      public void release() {
        clock.release();
      }
    };
  }

  /** Returns a clock that runs at wall speed anyway and cannot be slowed. */
  static VenueClock wallSpeed(LongSupplier nowMs) {
    return new VenueClock() {
      @Override
      public long nowMs() {
        return ClockShift.nowMs(nowMs.getAsLong());
      }

      @Override
      public double speed() {
        return 1;
      }

      @Override
      public boolean isHeld() {
        return false;
      }

      @Override
      public void hold() {}

      @Override
      public void release() {}
    };
  }
}
