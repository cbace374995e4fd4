package org.evenkeel.shell.config;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.core.calendar.Cadence;

/**
 * The least time between two appointments of a cadence, with the first two that are so close.
 *
 * <p>For example '0 0 0,8,12 * * ?' has 4 hours, between 08:00 and 12:00. It is looked for over a year from
 * the first appointment, and among twenty thousand of them at most.
 *
 * @param earlier the first of the two
 * @param later the second
 */
record ShortestGap(Instant earlier, Instant later) {

  private static final Instant SOME_DAY = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration A_YEAR = Duration.ofDays(366);
  private static final int MOST = 20_000;

  /** Of a cadence that is due at least twice; empty of any other. */
  static Optional<ShortestGap> of(Cadence cadence) {
    Optional<ShortestGap> shortest = Optional.empty();
    Optional<Instant> first = next(cadence, SOME_DAY);
    Optional<Instant> at = first;
    for (int i = 0; i < MOST && at.isPresent(); i++) {
      Optional<Instant> next = next(cadence, at.get());
      if (next.isEmpty() || next.get().isAfter(first.orElseThrow().plus(A_YEAR))) {
        break;
      }
      ShortestGap gap = new ShortestGap(at.get(), next.get());
      if (shortest.isEmpty() || gap.length().compareTo(shortest.get().length()) < 0) {
        shortest = Optional.of(gap);
      }
      at = next;
    }
    return shortest;
  }

  Duration length() {
    return Duration.between(earlier, later);
  }

  /** What has a last year is never due after it. */
  private static Optional<Instant> next(Cadence cadence, Instant after) {
    try {
      return Optional.of(cadence.nextAfter(after));
    } catch (IllegalStateException never) {
      return Optional.empty();
    }
  }
}
