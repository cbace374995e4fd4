package org.evenkeel.shell.simvenue.market;

import java.math.BigDecimal;

/**
 * One candle: open, high, low and close price and the volume of one interval.
 *
 * <p>Times are epoch milliseconds, UTC, and the close time is the last millisecond of the interval, as Binance prints it.
 * For example the hour from 1667952000000 closes at 1667955599999.
 * Immutable and thread-safe.
 *
 * @param openTimeMs first millisecond of the interval
 * @param closeTimeMs last millisecond of the interval
 * @param open first price, quote per base
 * @param high highest price
 * @param low lowest price
 * @param close last price
 * @param volume traded quantity in base
 */
public record Bar(
    long openTimeMs,
    long closeTimeMs,
    BigDecimal open,
    BigDecimal high,
    BigDecimal low,
    BigDecimal close,
    BigDecimal volume) {

  public Bar {
    if (closeTimeMs < openTimeMs) {
      throw new IllegalArgumentException(
          "bar closes at " + closeTimeMs + ", before it opens at " + openTimeMs);
    }
    if (low.signum() <= 0
        || low.compareTo(open.min(close)) > 0
        || high.compareTo(open.max(close)) < 0) {
      throw new IllegalArgumentException(
          "bar at %d is not 0 < low <= open, close <= high: open %s high %s low %s close %s"
              .formatted(openTimeMs, open, high, low, close));
    }
    if (volume.signum() < 0) {
      throw new IllegalArgumentException("bar at " + openTimeMs + " has volume " + volume);
    }
  }
}
