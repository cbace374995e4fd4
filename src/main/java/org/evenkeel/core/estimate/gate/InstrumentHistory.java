package org.evenkeel.core.estimate.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.data.Bar;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.estimate.EstimateSettings;

/**
 * One instrument's closes on the window's grid, and what is usual for it.
 *
 * <p>The grid ends at the newest whole multiple of the bar length at or before the slot. What is usual is measured by
 * median and median absolute deviation, which half of all bars would have to be wrong to move (Hampel 1974); times
 * 1.4826 the deviation of normal returns is their volatility.
 *
 * <p>This class is immutable and thread-safe as long as nobody writes to its arrays; it is used within this package only.
 */
final class InstrumentHistory {

  private static final double NORMAL = 1.4826;

  private final InstrumentId instrument;
  private final Instant end;
  private final Duration bar;
  private final double[] closes;
  private final double lagBars;
  private final double median;
  private final double sigma;

  private InstrumentHistory(
      InstrumentId instrument, Instant end, Duration bar, double[] closes, double lagBars) {
    this.instrument = instrument;
    this.end = end;
    this.bar = bar;
    this.closes = closes;
    this.lagBars = lagBars;
    double[] present =
        Arrays.stream(returnsOf(closes)).filter(value -> !Double.isNaN(value)).toArray();
    this.median = medianOf(present);
    double centre = median;
    this.sigma =
        NORMAL * medianOf(Arrays.stream(present).map(value -> Math.abs(value - centre)).toArray());
  }

  /** The history of an instrument in a snapshot; without a series it is all gaps. */
  static InstrumentHistory of(
      InstrumentId instrument, MarketSnapshot market, EstimateSettings settings) {
    long millis = settings.barLength().toMillis();
    long asOf = market.asOf().toEpochMilli();
    Instant end = Instant.ofEpochMilli(asOf - Math.floorMod(asOf, millis));
    NavigableMap<Instant, Double> byTime = new TreeMap<>();
    market.series(instrument).map(BarSeries::bars).stream()
        .flatMap(bars -> bars.stream())
        .forEach(each -> byTime.put(each.closeTime(), closeOf(each)));
    double[] closes = new double[settings.lookbackBars() + 1];
    for (int k = 0; k < closes.length; k++) {
      Instant point = end.minus(settings.barLength().multipliedBy(closes.length - 1L - k));
      closes[k] = byTime.getOrDefault(point, Double.NaN);
    }
    double lag =
        byTime.isEmpty()
            ? Double.POSITIVE_INFINITY
            : (double) Duration.between(byTime.lastKey(), end).toMillis() / (double) millis;
    return new InstrumentHistory(instrument, end, settings.barLength(), closes, lag);
  }

  InstrumentId instrument() {
    return instrument;
  }

  /** How many returns the window has room for. */
  int size() {
    return closes.length - 1;
  }

  /** The close at the end of the k-th return's bar; NaN where there is none; -1 is the close before the first return. */
  double close(int k) {
    return k + 1 < closes.length ? closes[k + 1] : Double.NaN;
  }

  /** The k-th return; NaN where one of its two closes is missing. */
  double barReturn(int k) {
    return close(k) / close(k - 1) - 1;
  }

  /** When the bar of the k-th return closed. */
  Instant closeTime(int k) {
    return end.minus(bar.multipliedBy((long) size() - 1 - k));
  }

  /** Bars by which the newest close lies behind the end of the grid; infinite if there is no close at all. */
  double lagBars() {
    return lagBars;
  }

  int present() {
    int present = 0;
    for (int k = 0; k < size(); k++) {
      present += Double.isNaN(barReturn(k)) ? 0 : 1;
    }
    return present;
  }

  double coverage() {
    return (double) present() / size();
  }

  double median() {
    return median;
  }

  /** The robust volatility per bar; zero if more than half of the returns are the same, or there are none. */
  double sigma() {
    return sigma;
  }

  /** The first close, if the window begins before it: a young listing, not a gap. */
  Optional<Instant> beginning() {
    for (int k = -1; k < size(); k++) {
      if (!Double.isNaN(close(k))) {
        return k < 0 ? Optional.empty() : Optional.of(closeTime(k));
      }
    }
    return Optional.empty();
  }

  /** The newest close; NaN if the window has none. */
  double newestClose() {
    double newest = Double.NaN;
    for (double close : closes) {
      newest = Double.isNaN(close) ? newest : close;
    }
    return newest;
  }

  private static double closeOf(Bar bar) {
    return bar.close().value().doubleValue();
  }

  private static double[] returnsOf(double[] closes) {
    double[] returns = new double[closes.length - 1];
    for (int k = 0; k < returns.length; k++) {
      returns[k] = closes[k + 1] / closes[k] - 1;
    }
    return returns;
  }

  private static double medianOf(double[] values) {
    if (values.length == 0) {
      return 0;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
