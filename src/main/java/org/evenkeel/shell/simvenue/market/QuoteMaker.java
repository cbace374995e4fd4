package org.evenkeel.shell.simvenue.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The top of the book around the hourly path.
 *
 * <p>Spread: the series' usual basis points plus one hundredth of the range of the hour before, at most 0.5 % of the price and at least one tick.
 * For example BTCUSDT at 16,000 after an hour with a range of 400 quotes about 4 apart, after a quiet hour 0.2.
 * The last price lies on or between bid and ask.
 *
 * <p>First-level quantity: one thousandth of the hourly volume, times 0.5 to 1.5 by a hash of the second, and never less than 1,000 in quote.
 *
 * <p>Mark of a perpetual: the path plus the distance between mark and last close, which moves in a straight line from one hour's close to the next, so that the mark at the end of an hour is the recorded one.
 * Where an hour has no recorded mark it is the path's mean over the last minute.
 * Mark of spot: the mid.
 *
 * <p>Spread and quantities come from the hour before, so they do not tell how the present hour will end.
 */
final class QuoteMaker {

  private static final double RANGE_SHARE = 0.01;
  private static final double MAX_SPREAD_SHARE = 0.005;
  private static final double VOLUME_SHARE = 0.001;
  private static final double LEAST_LEVEL_NOTIONAL = 1_000;
  private static final long SECOND_MS = 1_000;
  private static final long MARK_WINDOW_MS = 60_000;
  private static final int MARK_SAMPLES = 6;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private QuoteMaker() {}

  static Optional<Quote> quote(PricedSeries series, long atMs) {
    long hour = Hours.containing(atMs);
    if (!series.hours().has(hour)) {
      return Optional.empty();
    }
    long intoHour = atMs - Hours.openMs(hour);
    HourPath path = series.path(hour);
    double exact = path.priceAt(intoHour);
    long last = series.toTick(exact);
    long tick = series.tickUnits();
    long spreadTicks = spreadTicks(series, hour, last);
    long hash = Mixing.hash(Mixing.saltOf(series.id()), atMs / SECOND_MS);
    long belowTicks = spreadTicks / 2 + (spreadTicks % 2 == 1 && (hash & 1) == 0 ? 1 : 0);
    long bid = Math.max(tick, last - belowTicks * tick);
    long ask = bid + spreadTicks * tick;
    BigDecimal bidPrice = series.price(bid);
    BigDecimal askPrice = series.price(ask);
    BigDecimal mark =
        series.id().kind() == SeriesId.Kind.SPOT
            ? bidPrice.add(askPrice).divide(TWO, bidPrice.scale() + 1, RoundingMode.HALF_EVEN)
            : BigDecimal.valueOf(
                Math.max(tick, markUnits(series, path, hour, intoHour)), PriceUnits.SCALE);
    return Optional.of(
        new Quote(
            bidPrice,
            askPrice,
            series.price(last),
            mark,
            levelQty(series, hour, last, Mixing.hash(hash, 1)),
            levelQty(series, hour, last, Mixing.hash(hash, 2))));
  }

  private static long spreadTicks(PricedSeries series, long hour, long last) {
    HourBars hours = series.hours();
    double spread = last * series.spreadBasisPoints() / 10_000;
    if (hours.has(hour - 1)) {
      spread += RANGE_SHARE * (hours.high(hour - 1) - hours.low(hour - 1));
    }
    double capped = Math.min(spread, last * MAX_SPREAD_SHARE);
    return Math.max(1, Math.round(capped / series.tickUnits()));
  }

  private static long markUnits(PricedSeries series, HourPath path, long hour, long intoHour) {
    HourBars hours = series.hours();
    if (hours.mark(hour) == 0) {
      return Math.round(path.meanUntil(intoHour, MARK_WINDOW_MS, MARK_SAMPLES));
    }
    double before = basisAtCloseOf(hours, hour - 1);
    double after = basisAtCloseOf(hours, hour);
    double done = (double) (intoHour + 1) / Hours.MS;
    return Math.round(path.priceAt(intoHour) + before + (after - before) * done);
  }

  private static double basisAtCloseOf(HourBars hours, long hour) {
    return hours.has(hour) && hours.mark(hour) > 0 ? hours.mark(hour) - hours.close(hour) : 0;
  }

  private static BigDecimal levelQty(PricedSeries series, long hour, long last, long hash) {
    HourBars hours = series.hours();
    double perHour = hours.approximateVolume(hours.has(hour - 1) ? hour - 1 : hour);
    double wanted = perHour * VOLUME_SHARE * (0.5 + Mixing.fraction(hash));
    double least = LEAST_LEVEL_NOTIONAL * PriceUnits.PER_ONE / last;
    BigDecimal lot = series.info().lotSize();
    long lots = (long) Math.ceil(Math.max(wanted, least) / lot.doubleValue());
    return lot.multiply(BigDecimal.valueOf(Math.max(1, lots)));
  }
}
