package org.evenkeel.shell.simvenue.market;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * The hourly bars of one series in compact arrays, indexed by hour; a missing hour is a hole with price zero.
 *
 * <p>Prices are {@link PriceUnits}.
 * A year takes about 0.4 MB.
 * Hours are appended in order; not thread-safe while they are.
 */
final class HourBars {

  private static final int OPEN = 0;
  private static final int HIGH = 1;
  private static final int LOW = 2;
  private static final int CLOSE = 3;
  private static final int MARK = 4;
  private static final int FIELDS = 5;

  private final long firstHour;
  private final DecimalColumn volume = new DecimalColumn();
  private long[] prices = new long[FIELDS * 1024];
  private int size;

  HourBars(long firstHour) {
    this.firstHour = firstHour;
  }

  /**
   * Appends one hour, after any hole since the last one.
   *
   * @param mark mark price at the close of the hour, zero where unknown
   */
  void append(long hour, long open, long high, long low, long close, long mark, BigDecimal traded) {
    openRow(hour, open, high, low, close, mark);
    volume.add(traded);
  }

  /** As above, with the volume as a whole number of 10^-volumeDecimals. */
  void append(long hour, long[] openHighLowCloseMark, long traded, int volumeDecimals) {
    long[] row = openHighLowCloseMark;
    openRow(hour, row[OPEN], row[HIGH], row[LOW], row[CLOSE], row[MARK]);
    volume.add(traded, volumeDecimals);
  }

  private void openRow(long hour, long open, long high, long low, long close, long mark) {
    long index = hour - firstHour;
    if (index < size || index > Integer.MAX_VALUE / FIELDS - 1) {
      throw new IllegalArgumentException("hour " + hour + " does not follow " + lastHour());
    }
    while (size < index) {
      volume.add(0, 0);
      size++;
    }
    size++;
    if (size * FIELDS > prices.length) {
      prices = Arrays.copyOf(prices, Math.max(prices.length * 2, size * FIELDS));
    }
    int at = (int) index * FIELDS;
    prices[at + OPEN] = open;
    prices[at + HIGH] = high;
    prices[at + LOW] = low;
    prices[at + CLOSE] = close;
    prices[at + MARK] = mark;
  }

  long firstHour() {
    return firstHour;
  }

  /** The last hour appended; the hour before the first while there is none. */
  long lastHour() {
    return firstHour + size - 1;
  }

  boolean has(long hour) {
    return hour >= firstHour && hour <= lastHour() && price(hour, CLOSE) > 0;
  }

  long open(long hour) {
    return price(hour, OPEN);
  }

  long high(long hour) {
    return price(hour, HIGH);
  }

  long low(long hour) {
    return price(hour, LOW);
  }

  long close(long hour) {
    return price(hour, CLOSE);
  }

  /** The mark price at the close of an hour, or zero where unknown. */
  long mark(long hour) {
    return price(hour, MARK);
  }

  BigDecimal volume(long hour) {
    return volume.get((int) (hour - firstHour));
  }

  double approximateVolume(long hour) {
    return volume.approximately((int) (hour - firstHour));
  }

  private long price(long hour, int field) {
    return prices[(int) (hour - firstHour) * FIELDS + field];
  }
}
