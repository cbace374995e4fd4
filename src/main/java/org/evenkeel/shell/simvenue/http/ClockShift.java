package org.evenkeel.shell.simvenue.http;

import java.util.function.Supplier;

/** A venue whose clock is wrong for one request, on the thread that carries it out. Thread-safe. */
final class ClockShift {

  private static final ThreadLocal<Long> SHIFT_MS = ThreadLocal.withInitial(() -> 0L);

  private ClockShift() {}

  static long nowMs(long trueMs) {
    return trueMs + SHIFT_MS.get();
  }

  static <T> T during(long shiftMs, Supplier<T> action) {
    SHIFT_MS.set(shiftMs);
    try {
      return action.get();
    } finally {
      SHIFT_MS.remove();
    }
  }
}
