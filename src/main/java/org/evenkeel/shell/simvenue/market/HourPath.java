package org.evenkeel.shell.simvenue.market;

/**
 * The way the last price takes through one hour: straight lines from open to one extreme, to the other, to the close.
 *
 * <p>Which extreme comes first, and when, is decided by a hash of the series and the hour, so the path is a function of (series, time) alone.
 * The first extreme falls between minute 6 and 24, the second between 30 and 54, and the close is reached 30 seconds before the hour ends, so that the last quote of an hour shows its close.
 * Prices are {@link PriceUnits}; times are milliseconds into the hour.
 * Immutable and thread-safe.
 */
final class HourPath {

  private static final long MINUTE_MS = 60_000;
  private static final long FIRST_FROM_MS = 6 * MINUTE_MS;
  private static final long SECOND_FROM_MS = 30 * MINUTE_MS;
  private static final int EXTREME_WINDOW_MS = (int) (18 * MINUTE_MS);
  private static final long CLOSE_MS = Hours.MS - 30_000;

  private final long[] times;
  private final long[] prices;

  private HourPath(long[] times, long[] prices) {
    this.times = times;
    this.prices = prices;
  }

  /** The path of an hour that is present in the bars. */
  static HourPath of(long salt, HourBars bars, long hour) {
    long hash = Mixing.hash(salt, hour);
    boolean highFirst = (hash & 1) == 0;
    long first = FIRST_FROM_MS + Math.floorMod(hash >>> 1, EXTREME_WINDOW_MS);
    long second = SECOND_FROM_MS + Math.floorMod(hash >>> 32, EXTREME_WINDOW_MS);
    long high = bars.high(hour);
    long low = bars.low(hour);
    return new HourPath(
        new long[] {0, first, second, CLOSE_MS},
        new long[] {
          bars.open(hour), highFirst ? high : low, highFirst ? low : high, bars.close(hour)
        });
  }

  /** The price at a time, not rounded to ticks. */
  double priceAt(long intoHourMs) {
    for (int i = 1; i < times.length; i++) {
      if (intoHourMs < times[i]) {
        double done = (double) (intoHourMs - times[i - 1]) / (times[i] - times[i - 1]);
        return prices[i - 1] + (prices[i] - prices[i - 1]) * done;
      }
    }
    return prices[times.length - 1];
  }

  /** The mean price over a window that ends at a time and does not reach into the hour before. */
  double meanUntil(long intoHourMs, long windowMs, int samples) {
    double sum = 0;
    for (int i = 0; i < samples; i++) {
      sum += priceAt(Math.max(0, intoHourMs - windowMs * i / samples));
    }
    return sum / samples;
  }

  /** The highest price from the start of the hour until a time; the price then is the caller's, already on the tick grid. */
  long highUntil(long intoHourMs, long priceThen) {
    long highest = priceThen;
    for (int i = 0; i < times.length && times[i] <= intoHourMs; i++) {
      highest = Math.max(highest, prices[i]);
    }
    return highest;
  }

  /** The lowest price from the start of the hour until a time. */
  long lowUntil(long intoHourMs, long priceThen) {
    long lowest = priceThen;
    for (int i = 0; i < times.length && times[i] <= intoHourMs; i++) {
      lowest = Math.min(lowest, prices[i]);
    }
    return lowest;
  }
}
