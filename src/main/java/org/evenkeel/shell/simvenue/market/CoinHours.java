package org.evenkeel.shell.simvenue.market;

import java.math.BigDecimal;

/**
 * Writes the hours of one generated coin: its spot and its perpetual series.
 *
 * <p>An hour opens where the last one closed.
 * High and low are drawn from the exact law of the extremes of a Brownian bridge between open and close (Borodin and Salminen, 2002): for a log return r and deviation s the maximum is (r + sqrt(r^2 + 2 s^2 E)) / 2 with E exponential, and the minimum mirrors it.
 * Turnover is lognormal and grows with the size of the move.
 * Not thread-safe.
 */
final class CoinHours {

  private static final double TURNOVER_DEVIATION = 0.4;
  private static final double SPOT_TURNOVER_SHARE = 0.12;

  private final AssetSpec asset;
  private final PricedSeries spot;
  private final PricedSeries perpetual;
  private final Premium premium = new Premium();
  private final RandomStream extremes;
  private final RandomStream premiums;
  private final RandomStream turnovers;
  private double logDistance;
  private long spotClose;
  private long perpetualClose;

  CoinHours(AssetSpec asset, long firstHour, RandomStream root) {
    this.asset = asset;
    this.spot = series(SeriesId.spot(asset.symbol()), asset, firstHour);
    this.perpetual = series(SeriesId.perpetual(asset.symbol()), asset, firstHour);
    this.extremes = root.fork();
    this.premiums = root.fork();
    this.turnovers = root.fork();
    this.spotClose = onGrid(spot, asset.startPrice().doubleValue());
    this.perpetualClose = onGrid(perpetual, asset.startPrice().doubleValue());
  }

  private static PricedSeries series(SeriesId id, AssetSpec asset, long firstHour) {
    InstrumentTable.Row row = InstrumentTable.rowOf(id, asset.startPrice());
    return new PricedSeries(row.info(), new HourBars(firstHour), row.spreadBasisPoints());
  }

  PricedSeries spot() {
    return spot;
  }

  PricedSeries perpetual() {
    return perpetual;
  }

  /** Log of the price over the start price. */
  double logDistance() {
    return logDistance;
  }

  String symbol() {
    return asset.symbol();
  }

  /** The funding rate of the interval that ends with the last hour written. */
  BigDecimal settleFunding() {
    return premium.settle();
  }

  /** Writes one hour of both series. */
  void append(long hour, SpotReturns.Move move) {
    double logReturn = move.logReturn();
    double deviation = move.deviation();
    double open = price();
    logDistance += logReturn;
    double up = extreme(logReturn, deviation, extremes.exponential());
    double down = extreme(-logReturn, deviation, extremes.exponential());
    double high = open * StrictMath.exp(up);
    double low = open * StrictMath.exp(-down);
    double close = price();
    double before = 1 + premium.value();
    premium.advance(logReturn, move.stress(), premiums);
    double after = 1 + premium.value();
    double turnover = turnover(logReturn, deviation);
    spotClose =
        write(
            spot,
            hour,
            new double[] {high, low, close, 0},
            spotClose,
            turnover * SPOT_TURNOVER_SHARE);
    double middle = (before + after) / 2;
    double mark = close * (1 + premium.markValue());
    perpetualClose =
        write(
            perpetual,
            hour,
            new double[] {high * middle, low * middle, close * after, mark},
            perpetualClose,
            turnover);
  }

  private double price() {
    return asset.startPrice().doubleValue() * StrictMath.exp(logDistance);
  }

  private static double extreme(double logReturn, double deviation, double exponential) {
    double spread = logReturn * logReturn + 2 * deviation * deviation * exponential;
    return (logReturn + StrictMath.sqrt(spread)) / 2;
  }

  private double turnover(double logReturn, double deviation) {
    double noise = StrictMath.exp(TURNOVER_DEVIATION * turnovers.normal());
    return asset.hourlyTurnover()
        * noise
        * (0.6 + 0.4 * Math.min(10, Math.abs(logReturn) / deviation));
  }

  /** Writes a row and returns its close. */
  private static long write(
      PricedSeries series, long hour, double[] highLowCloseMark, long open, double turnover) {
    long close = onGrid(series, highLowCloseMark[2]);
    long high = Math.max(Math.max(open, close), onGrid(series, highLowCloseMark[0]));
    long low = Math.min(Math.min(open, close), onGrid(series, highLowCloseMark[1]));
    long mark = Math.round(highLowCloseMark[3] * PriceUnits.PER_ONE);
    BigDecimal lot = series.info().lotSize();
    int decimals = PriceUnits.scaleOf(lot);
    long lots = (long) (turnover / highLowCloseMark[2] / lot.doubleValue());
    long volume = lots * lot.setScale(decimals).unscaledValue().longValueExact();
    series.hours().append(hour, new long[] {open, high, low, close, mark}, volume, decimals);
    return close;
  }

  private static long onGrid(PricedSeries series, double price) {
    return Math.max(series.tickUnits(), series.toTick(price * PriceUnits.PER_ONE));
  }
}
