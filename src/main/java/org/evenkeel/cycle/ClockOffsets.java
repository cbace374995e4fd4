package org.evenkeel.cycle;

import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;

/**
 * By how much our clock is ahead of each venue's.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param byVenue our time minus theirs
 */
public record ClockOffsets(SortedMap<VenueId, Duration> byVenue) {

  public ClockOffsets {
    byVenue = Collections.unmodifiableSortedMap(new TreeMap<>(byVenue));
  }

  /** The offset from the venue of an instrument; throws {@link IllegalArgumentException} if it was not measured. */
  public Duration of(InstrumentId instrument) {
    VenueId venue = Instrument.parse(instrument).venue();
    Duration offset = byVenue.get(venue);
    if (offset == null) {
      throw new IllegalArgumentException("the clock of " + venue + " was not read");
    }
    return offset;
  }
}
