package org.evenkeel.shell.simvenue.market;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bars of a longer interval made of hours: first open, highest high, lowest low, last close, sum of volumes. */
final class BarFold {

  private static final long DAY_MS = Hours.PER_DAY * Hours.MS;

  private BarFold() {}

  /** The bars {@link Market#bars} promises, from one series. */
  static List<Bar> bars(
      PricedSeries series, long intervalMs, long fromMs, long toMs, int limit, long atMs) {
    requireInterval(intervalMs, limit);
    HourBars hours = series.hours();
    long first = Math.max(fromMs, Hours.openMs(hours.firstHour()) - intervalMs + 1);
    long last = Math.min(Math.min(toMs, atMs), Hours.openMs(hours.lastHour()));
    if (first > last) {
      return List.of();
    }
    List<Bar> bars = new ArrayList<>();
    long open = Math.ceilDiv(first, intervalMs) * intervalMs;
    while (open <= last && bars.size() < limit) {
      fold(series, open, intervalMs, atMs).ifPresent(bars::add);
      open += intervalMs;
    }
    return List.copyOf(bars);
  }

  private static void requireInterval(long intervalMs, int limit) {
    if (intervalMs <= 0 || intervalMs > DAY_MS || intervalMs % Hours.MS != 0) {
      throw new IllegalArgumentException(
          "interval must be 1 to 24 whole hours, found " + intervalMs + " ms");
    }
    if (limit <= 0) {
      throw new IllegalArgumentException("limit must be positive, found " + limit);
    }
  }

  private static Optional<Bar> fold(PricedSeries series, long openMs, long intervalMs, long atMs) {
    @Nullable Bar folded = null;
    long endMs = openMs + intervalMs;
    for (long t = openMs; t < endMs && t <= atMs; t += Hours.MS) {
      Optional<Bar> hour = hourAsSeen(series, t, atMs);
      if (hour.isPresent()) {
        folded = folded == null ? spanning(hour.get(), openMs, endMs) : joined(folded, hour.get());
      }
    }
    return Optional.ofNullable(folded);
  }

  private static Optional<Bar> hourAsSeen(PricedSeries series, long openMs, long atMs) {
    if (atMs - openMs >= Hours.MS) {
      return series.baseBar(openMs);
    }
    return series.hours().has(Hours.containing(openMs))
        ? Optional.of(series.openBar(atMs))
        : Optional.empty();
  }

  static Bar spanning(Bar hour, long openMs, long endMs) {
    return new Bar(
        openMs, endMs - 1, hour.open(), hour.high(), hour.low(), hour.close(), hour.volume());
  }

  static Bar joined(Bar earlier, Bar hour) {
    BigDecimal high = earlier.high().max(hour.high());
    BigDecimal low = earlier.low().min(hour.low());
    return new Bar(
        earlier.openTimeMs(),
        earlier.closeTimeMs(),
        earlier.open(),
        high,
        low,
        hour.close(),
        earlier.volume().add(hour.volume()));
  }
}
