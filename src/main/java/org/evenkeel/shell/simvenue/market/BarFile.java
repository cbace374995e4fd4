package org.evenkeel.shell.simvenue.market;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the hours of one file of bars that lie in a period, and checks every row it passes. */
final class BarFile {

  static final List<String> SPOT_COLUMNS = List.of("ts", "open", "high", "low", "close", "volume");
  static final List<String> PERPETUAL_COLUMNS =
      List.of("ts", "open", "high", "low", "close", "volume", "mark_close");

  private static final int TS = 0;
  private static final int OPEN = 1;
  private static final int HIGH = 2;
  private static final int LOW = 3;
  private static final int CLOSE = 4;
  private static final int VOLUME = 5;
  private static final int MARK = 6;
  private static final long NONE = Long.MIN_VALUE;
  private static final String DELETE_ROW =
      "correct the row or delete it (a missing hour is accepted as a gap)";

  private final CsvFile csv;
  private final boolean hasMark;
  private @Nullable HourBars bars;
  private int decimals;

  private BarFile(CsvFile csv, boolean hasMark) {
    this.csv = csv;
    this.hasMark = hasMark;
  }

  /**
   * What a file holds in a period.
   *
   * @param bars the hours
   * @param decimals the most decimals of any of its open, high, low and close prices
   */
  record Loaded(HourBars bars, int decimals) {}

  /** Reads the bars that open in [fromMs, toMs). */
  static Loaded read(Path path, SeriesId.Kind kind, long fromMs, long toMs) {
    boolean perpetual = kind == SeriesId.Kind.PERPETUAL;
    try (CsvFile csv = CsvFile.open(path, perpetual ? PERPETUAL_COLUMNS : SPOT_COLUMNS)) {
      return new BarFile(csv, perpetual).load(fromMs, toMs);
    }
  }

  private Loaded load(long fromMs, long toMs) {
    long previous = NONE;
    while (csv.next()) {
      long openMs = csv.timeMs(TS);
      requireOrder(openMs, previous);
      previous = openMs;
      if (openMs >= toMs) {
        break;
      }
      if (openMs >= fromMs) {
        addRow(openMs);
      }
    }
    if (bars == null) {
      throw csv.fail(
          "no row from " + Instant.ofEpochMilli(fromMs) + " on within the period",
          "at least one bar before " + Instant.ofEpochMilli(toMs),
          "choose a period that the file covers, or leave the symbol out");
    }
    return new Loaded(bars, decimals);
  }

  private void requireOrder(long openMs, long previous) {
    if (openMs % Hours.MS != 0) {
      throw csv.fail(csv.named(TS), "the first second of an hour", "use hourly bars");
    }
    if (openMs == previous) {
      throw csv.fail(
          csv.named(TS) + " a second time", "each hour at most once", "delete the duplicate row");
    }
    if (openMs < previous) {
      throw csv.fail(
          csv.named(TS) + " after a later time",
          "times that increase from row to row",
          "sort the file by ts");
    }
  }

  private void addRow(long openMs) {
    long open = price(OPEN);
    long high = price(HIGH);
    long low = price(LOW);
    long close = price(CLOSE);
    requireRange(open, high, low, close);
    BigDecimal volume = csv.number(VOLUME);
    if (volume.signum() < 0) {
      throw csv.fail(csv.named(VOLUME), "a volume of zero or more", DELETE_ROW);
    }
    long mark = hasMark && !csv.text(MARK).isEmpty() ? units(MARK, csv.number(MARK)) : 0;
    long hour = Hours.containing(openMs);
    if (bars == null) {
      bars = new HourBars(hour);
    }
    try {
      bars.append(hour, open, high, low, close, mark, volume);
    } catch (ArithmeticException e) {
      throw csv.fail(
          csv.named(VOLUME), "a volume of at most 18 digits", "round the volume to fewer decimals");
    }
  }

  private void requireRange(long open, long high, long low, long close) {
    if (high < low) {
      throw csv.fail(
          csv.named(HIGH) + " below " + csv.named(LOW), "high at or above low", DELETE_ROW);
    }
    if (low > Math.min(open, close) || high < Math.max(open, close)) {
      throw csv.fail(
          "%s, %s, %s, %s"
              .formatted(csv.named(OPEN), csv.named(HIGH), csv.named(LOW), csv.named(CLOSE)),
          "open and close between low and high",
          DELETE_ROW);
    }
  }

  private long price(int column) {
    BigDecimal price = csv.number(column);
    decimals = Math.max(decimals, price.stripTrailingZeros().scale());
    return units(column, price);
  }

  private long units(int column, BigDecimal price) {
    if (price.signum() <= 0) {
      throw csv.fail(csv.named(column), "a price above zero", DELETE_ROW);
    }
    try {
      return PriceUnits.of(price);
    } catch (ArithmeticException e) {
      throw csv.fail(
          csv.named(column),
          "a price below 90 billion with at most 8 decimals",
          "round the price to the venue's tick");
    }
  }
}
