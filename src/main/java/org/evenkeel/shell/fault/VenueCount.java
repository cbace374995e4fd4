package org.evenkeel.shell.fault;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.evenkeel.cycle.CallGate.Kind;

/**
 * What the venue itself has counted of a budget in this minute.
 *
 * <p>Our own share never reaches four fifths in reads alone, so a higher count means that somebody else uses the
 * allowance too: then reads wait for the next minute at 80 percent and additions at 90; cancels and reductions never do.
 * Minutes are those of the wall, as the venue counts them. Thread-safe.
 */
final class VenueCount {

  private static final long MINUTE_MS = 60_000;
  private static final int READ_PERCENT = 80;
  private static final int ADD_PERCENT = 90;

  private final int limit;
  private final LongSupplier wallMs;
  private long minute;
  private int used;

  VenueCount(int limit, LongSupplier wallMs) {
    this.limit = limit;
    this.wallMs = wallMs;
  }

  synchronized void told(int weight) {
    long now = wallMs.getAsLong() / MINUTE_MS;
    used = now == minute ? Math.max(used, weight) : weight;
    minute = now;
  }

  /** Why a call of this kind must wait for the next minute. */
  synchronized Optional<String> objection(Kind kind) {
    long now = wallMs.getAsLong();
    if (now / MINUTE_MS != minute || used < (long) limit * percent(kind) / 100) {
      return Optional.empty();
    }
    return Optional.of(
        "the venue has counted "
            + used
            + " of "
            + limit
            + " in this minute, "
            + (Duration.ofMillis(MINUTE_MS - now % MINUTE_MS).toSeconds() + 1)
            + " s are left");
  }

  private static int percent(Kind kind) {
    return switch (kind) {
      case READ -> READ_PERCENT;
      case ADD -> ADD_PERCENT;
      case REDUCE_CANCEL -> Integer.MAX_VALUE;
    };
  }
}
