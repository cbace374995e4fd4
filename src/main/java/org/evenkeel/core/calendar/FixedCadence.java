package org.evenkeel.core.calendar;

import java.time.Duration;
import java.time.Instant;

/**
 * A cadence of equal periods counted from the epoch of 1970 in UTC.
 *
 * <p>For example a period of 24 hours is due at every midnight, one of 8 hours at 00:00, 08:00 and 16:00.
 *
 * @param period the distance of two slots, at least one second, whole milliseconds
 */
public record FixedCadence(Duration period) implements Cadence {

  public FixedCadence {
    if (period.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("a period must be at least one second, found " + period);
    }
    if (!period.equals(Duration.ofMillis(period.toMillis()))) {
      throw new IllegalArgumentException("a period must be whole milliseconds, found " + period);
    }
  }

  @Override
  public Instant nextAfter(Instant instant) {
    long periodMs = period.toMillis();
    return Instant.ofEpochMilli((Math.floorDiv(instant.toEpochMilli(), periodMs) + 1) * periodMs);
  }
}
