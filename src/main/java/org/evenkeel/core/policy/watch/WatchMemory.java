package org.evenkeel.core.policy.watch;

import java.util.Optional;

/**
 * How many looks in a row have found the same trouble.
 *
 * <p>Nothing is done on one look: a breach and executions that are booked otherwise must be seen by two, a disagreement
 * and blindness by as many as the limits say. A look of another kind ends the row, so that trouble that comes and goes is told and not acted on.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param kind what the row is of
 * @param looks its length
 */
public record WatchMemory(WatchVerdict.Kind kind, int looks) {

  /** A breach is read twice before anything is done: one reading may be wrong. */
  public static final int BREACHES = 2;

  /** The memory of a watcher that has not looked yet. */
  public static WatchMemory fresh() {
    return new WatchMemory(WatchVerdict.Kind.WITHIN, 0);
  }

  /** The memory after one more look. */
  public WatchMemory after(WatchVerdict.Kind found) {
    return new WatchMemory(found, found == kind ? Math.min(looks, Integer.MAX_VALUE - 1) + 1 : 1);
  }

  /** How many looks of this kind it takes until something is done; empty if nothing ever is. */
  public Optional<Integer> needed(WatchLimits limits) {
    return switch (kind) {
      case WITHIN -> Optional.empty();
      case BREACH, MISBOOKED -> Optional.of(BREACHES);
      case DISAGREES -> Optional.of(limits.disagreeingLooks());
      case BLIND -> limits.haltsWhenBlind() ? Optional.of(limits.blindLooks()) : Optional.empty();
    };
  }

  /** Whether the next look should come soon, because it takes a second one to prove this one. */
  public boolean isToBeProven(WatchLimits limits) {
    boolean takesTwo = kind == WatchVerdict.Kind.BREACH || kind == WatchVerdict.Kind.MISBOOKED;
    return takesTwo && !isProven(limits);
  }

  /** Whether it is time to halt. */
  public boolean isProven(WatchLimits limits) {
    return needed(limits).filter(needed -> looks >= needed).isPresent();
  }
}
