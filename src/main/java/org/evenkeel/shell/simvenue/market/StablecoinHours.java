package org.evenkeel.shell.simvenue.market;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the hours of the generated stablecoin, spot USDC against USDT.
 *
 * <p>On the peg the price returns to 1 with a half-life of seven hours and a noise of about a basis point.
 * A depeg falls in a straight line for twelve hours and returns with a half-life of 21 hours: from 0.90, 0.955 after a day and 0.998 after five.
 * The same random numbers are drawn with and without depegs.
 * Not thread-safe.
 */
final class StablecoinHours {

  private static final String SYMBOL = "USDCUSDT";
  private static final double PULL_PER_HOUR = 0.1;
  private static final double NOISE_PER_HOUR = 0.00005;
  private static final double NOISE_PER_DEPTH = 30;
  private static final int FALL_HOURS = 12;
  private static final double RECOVERY_HOURS = 30;
  private static final double NEGLIGIBLE = 0.00002;
  private static final double HOURLY_VOLUME = 5e6;

  private final PricedSeries series;
  private final double depegPerDay;
  private final Map<Long, Double> forcedDepthByDay = new TreeMap<>();
  private final RandomStream noise;
  private final RandomStream depegs;
  private double deviation;
  private double depth;
  private int hoursOff;
  private long close;

  StablecoinHours(StablecoinSpec spec, long firstHour, RandomStream root) {
    InstrumentTable.Row row = InstrumentTable.rowOf(SeriesId.spot(SYMBOL), BigDecimal.ONE);
    this.series = new PricedSeries(row.info(), new HourBars(firstHour), row.spreadBasisPoints());
    this.depegPerDay = spec.depegPerDay();
    for (StablecoinSpec.Depeg depeg : spec.forced()) {
      forcedDepthByDay.put(depeg.day().toEpochDay(), 1 - depeg.lowest().doubleValue());
    }
    this.noise = root.fork();
    this.depegs = root.fork();
    this.close = onGrid(1);
  }

  PricedSeries series() {
    return series;
  }

  /** Writes one hour. */
  void append(long hour) {
    if (Math.floorMod(hour, Hours.PER_DAY) == 0) {
      startOfDay(Math.floorDiv(hour, Hours.PER_DAY));
    }
    double discount = discount();
    double scale = NOISE_PER_HOUR * (1 + NOISE_PER_DEPTH * discount);
    deviation += -PULL_PER_HOUR * deviation + scale * noise.normal();
    long open = close;
    close = onGrid(1 - discount + deviation);
    long high = Math.max(Math.max(open, close), onGrid(1 - discount + deviation + wick(scale)));
    long low = Math.min(Math.min(open, close), onGrid(1 - discount + deviation - wick(scale)));
    double busy = StrictMath.exp(0.4 * noise.normal()) * (1 + 100 * discount);
    series
        .hours()
        .append(hour, new long[] {open, high, low, close, 0}, (long) (HOURLY_VOLUME * busy), 0);
  }

  private double wick(double scale) {
    return scale * Math.abs(noise.normal());
  }

  private void startOfDay(long day) {
    double chance = depegs.uniform();
    double drawn = 0.01 + 0.09 * depegs.uniform();
    Double forced = forcedDepthByDay.get(day);
    if (forced != null) {
      begin(forced);
    } else if (depth == 0 && chance < depegPerDay) {
      begin(drawn);
    }
  }

  private void begin(double newDepth) {
    depth = newDepth;
    hoursOff = 0;
  }

  /** How far below the peg this hour ends. */
  private double discount() {
    if (depth == 0) {
      return 0;
    }
    hoursOff++;
    if (hoursOff <= FALL_HOURS) {
      return depth * hoursOff / FALL_HOURS;
    }
    double left = depth * StrictMath.exp(-(hoursOff - FALL_HOURS) / RECOVERY_HOURS);
    if (left < NEGLIGIBLE) {
      depth = 0;
    }
    return left;
  }

  private long onGrid(double price) {
    return Math.max(series.tickUnits(), series.toTick(price * PriceUnits.PER_ONE));
  }
}
