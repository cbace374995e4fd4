package org.evenkeel.core.data;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.InstrumentId;

/**
 * The bars of one instrument in order of time; missing bars are missing, never filled.
 *
 * @param instrument whose bars
 * @param interval length of each bar
 * @param bars closed and, at the end, perhaps one still open bar
 */
public record BarSeries(InstrumentId instrument, Duration interval, List<Bar> bars) {

  public BarSeries {
    bars = List.copyOf(bars);
    for (int i = 1; i < bars.size(); i++) {
      if (!bars.get(i - 1).openTime().isBefore(bars.get(i).openTime())) {
        throw new IllegalArgumentException(
            instrument + ": bars out of order at " + bars.get(i).openTime());
      }
    }
  }

  /** The series without any bar that closes after an instant: a bar still open is never used as a closed one. */
  public BarSeries closedBy(Instant instant) {
    return bars.stream().noneMatch(bar -> bar.closeTime().isAfter(instant))
        ? this
        : new BarSeries(
            instrument,
            interval,
            bars.stream().filter(bar -> !bar.closeTime().isAfter(instant)).toList());
  }
}
