package org.evenkeel.core.estimate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.Bar;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.data.FundingRate;
import org.evenkeel.core.data.FundingView;
import org.evenkeel.core.data.MarketSnapshot;

/**
 * The grid of bar closes on which all instruments are lined up.
 *
 * <p>The last point is the newest whole multiple of the bar length, counted from 1970-01-01 UTC, at
 * or before the slot. A return exists at a point if the instrument has a close there and at the
 * point before: over a missing bar there is none, because a jump over two bars is not a bar's
 * return.
 */
final class ReturnGrid {

  /** Below half of the wanted rows in common, the instruments' holes lie too far apart. */
  private static final double MIN_COMMON_ROWS = 0.5;

  private final Instant end;
  private final EstimateSettings settings;

  private ReturnGrid(Instant end, EstimateSettings settings) {
    this.end = end;
    this.settings = settings;
  }

  /** The grid up to a snapshot's slot. */
  static ReturnGrid of(MarketSnapshot market, EstimateSettings settings) {
    long bar = settings.barLength().toMillis();
    long asOf = market.asOf().toEpochMilli();
    return new ReturnGrid(Instant.ofEpochMilli(asOf - Math.floorMod(asOf, bar)), settings);
  }

  /** The returns of all sleeves, or the first reason why one of them has none. */
  Result<ReturnMatrix> returns(Universe universe, MarketSnapshot market) {
    TreeMap<InstrumentId, double[]> byInstrument = new TreeMap<>();
    TreeMap<InstrumentId, Refusal> bad = new TreeMap<>();
    read(universe, market, byInstrument, bad);
    return bad.isEmpty()
        ? combined(universe, market, byInstrument)
        : Result.refused(bad.firstEntry().getValue());
  }

  /** The returns of the sleeves that have good data. */
  Result<ScreenedReturns> screened(Universe universe, MarketSnapshot market) {
    TreeMap<InstrumentId, double[]> byInstrument = new TreeMap<>();
    TreeMap<InstrumentId, Refusal> bad = new TreeMap<>();
    read(universe, market, byInstrument, bad);
    TreeMap<SleeveId, Refusal> unusable = new TreeMap<>();
    for (Sleeve sleeve : universe.sleeves()) {
      for (Leg leg : sleeve.legs()) {
        Refusal reason = bad.get(leg.instrument());
        if (reason != null) {
          unusable.putIfAbsent(sleeve.id(), reason);
        }
      }
    }
    if (unusable.size() == universe.sleeves().size()) {
      return Result.refused(bad.firstEntry().getValue());
    }
    Universe rest = universe.without(unusable.navigableKeySet());
    return combined(rest, market, byInstrument)
        .map(returns -> new ScreenedReturns(returns, rest, unusable));
  }

  private void read(
      Universe universe,
      MarketSnapshot market,
      Map<InstrumentId, double[]> good,
      Map<InstrumentId, Refusal> bad) {
    for (InstrumentId instrument : universe.estimatedInstruments()) {
      Optional<BarSeries> series = market.series(instrument);
      double[] returns = new double[settings.lookbackBars()];
      Optional<Refusal> refusal =
          series.isEmpty()
              ? refusal(RefusalReason.COVERAGE_TOO_LOW, instrument + " has no bars in the snapshot")
              : fill(returns, series.get()).or(() -> paid(returns, market.funding(), instrument));
      if (refusal.isPresent()) {
        bad.put(instrument, refusal.get());
      } else {
        good.put(instrument, returns);
      }
    }
  }

  /** Fills in an instrument's returns, NaN where there is none; a refusal if they are no good. */
  private Optional<Refusal> fill(double[] returns, BarSeries series) {
    InstrumentId instrument = series.instrument();
    if (!series.interval().equals(settings.barLength())) {
      return refusal(
          RefusalReason.INVALID_INPUT,
          String.format(
              Locale.ROOT,
              "%s has bars of %s, the estimate is made from bars of %s",
              instrument,
              series.interval(),
              settings.barLength()));
    }
    TreeMap<Instant, Double> closes = new TreeMap<>();
    for (Bar bar : series.bars()) {
      closes.put(bar.closeTime(), bar.close().value().doubleValue());
    }
    Optional<Refusal> stale = staleness(instrument, closes);
    if (stale.isPresent()) {
      return stale;
    }
    for (int k = 0; k < returns.length; k++) {
      double before = closes.getOrDefault(point(k - 1), Double.NaN);
      double now = closes.getOrDefault(point(k), Double.NaN);
      returns[k] = now / before - 1;
      if (Math.abs(returns[k]) > settings.maxAbsBarReturn()) {
        return refusal(
            RefusalReason.DATA_OUTLIER,
            String.format(
                Locale.ROOT,
                "%s moved %.2f %% in the bar that closed at %s (%s to %s), at most %.2f %% is believed",
                instrument,
                100 * returns[k],
                point(k),
                before,
                now,
                100 * settings.maxAbsBarReturn()));
      }
    }
    double coverage = coverage(returns);
    if (coverage < settings.minCoverage()) {
      return refusal(
          RefusalReason.COVERAGE_TOO_LOW,
          String.format(
              Locale.ROOT,
              "%s has %.1f %% of %d returns up to %s, %.1f %% needed",
              instrument,
              100 * coverage,
              returns.length - firstWanted(returns),
              end,
              100 * settings.minCoverage()));
    }
    int present = present(returns);
    if (isPairwise() && present < settings.method().minOverlapBars()) {
      return refusal(
          RefusalReason.COVERAGE_TOO_LOW,
          String.format(
              Locale.ROOT,
              "%s has %d returns up to %s, %d needed with any other",
              instrument,
              present,
              end,
              settings.method().minOverlapBars()));
    }
    return Optional.empty();
  }

  /** Takes from the returns what a long has paid as funding in each bar: of a hedged sleeve it is most of the return. */
  private Optional<Refusal> paid(double[] returns, FundingView funding, InstrumentId instrument) {
    TreeMap<Instant, Integer> bars = new TreeMap<>();
    for (int k = 0; k < returns.length; k++) {
      bars.put(point(k), k);
    }
    for (FundingRate rate : funding.settled(instrument)) {
      Map.Entry<Instant, Integer> bar = bars.ceilingEntry(rate.settledAt());
      if (bar != null && rate.settledAt().isAfter(point(-1))) {
        returns[bar.getValue()] -= rate.rate().doubleValue();
      }
    }
    return Optional.empty();
  }

  private Optional<Refusal> staleness(
      InstrumentId instrument, NavigableMap<Instant, Double> closes) {
    if (closes.isEmpty()) {
      return refusal(
          RefusalReason.COVERAGE_TOO_LOW,
          String.format(Locale.ROOT, "%s has no closed bars", instrument));
    }
    Duration behind = Duration.between(closes.lastKey(), end);
    Duration allowed = settings.barLength().multipliedBy(settings.maxStalenessBars());
    if (behind.compareTo(allowed) <= 0) {
      return Optional.empty();
    }
    return refusal(
        RefusalReason.DATA_STALE,
        String.format(
            Locale.ROOT,
            "%s: the newest bar closed at %s, %.1f bars before %s; at most %d allowed",
            instrument,
            closes.lastKey(),
            (double) behind.toMillis() / (double) settings.barLength().toMillis(),
            end,
            settings.maxStalenessBars()));
  }

  /** The sleeves' rows: the legs' returns times their ratios. */
  private Result<ReturnMatrix> combined(
      Universe universe, MarketSnapshot market, Map<InstrumentId, double[]> byInstrument) {
    List<SleeveId> sleeves = universe.sleeves().stream().map(Sleeve::id).toList();
    List<Instant> closes = new ArrayList<>();
    List<double[]> rows = new ArrayList<>();
    for (int k = 0; k < settings.lookbackBars(); k++) {
      double[] row = new double[sleeves.size()];
      int known = 0;
      for (int i = 0; i < row.length; i++) {
        row[i] = sleeveReturn(universe.sleeves().get(i), byInstrument, k);
        known += Double.isNaN(row[i]) ? 0 : 1;
      }
      if (known == row.length || (isPairwise() && known > 0)) {
        closes.add(point(k));
        rows.add(row);
      }
    }
    if (rows.size() < Math.max(2, MIN_COMMON_ROWS * settings.lookbackBars())) {
      return Result.refused(
          RefusalReason.COVERAGE_TOO_LOW,
          String.format(
              Locale.ROOT,
              "only %d of %d bars have returns of all %d sleeves, half of them needed",
              rows.size(),
              settings.lookbackBars(),
              sleeves.size()));
    }
    ReturnMatrix returns =
        new ReturnMatrix(
            sleeves, closes, rows.toArray(new double[0][]), minCoverage(universe, byInstrument));
    return Result.ok(
        settings.method().volatility() == VolatilityModel.EWMA
            ? returns
            : RangeGrid.addedTo(returns, universe, market, settings.barLength()));
  }

  private static double sleeveReturn(Sleeve sleeve, Map<InstrumentId, double[]> returns, int k) {
    double sum = 0;
    for (Leg leg : sleeve.legs()) {
      double[] column = returns.get(leg.instrument());
      sum += column == null ? Double.NaN : leg.ratio().doubleValue() * column[k];
    }
    return sum;
  }

  /** The k-th close of the window; -1 is the close before the first return. */
  private Instant point(int k) {
    return end.minus(settings.barLength().multipliedBy((long) settings.lookbackBars() - 1 - k));
  }

  private double minCoverage(Universe universe, Map<InstrumentId, double[]> byInstrument) {
    double least = 1;
    for (InstrumentId instrument : universe.estimatedInstruments()) {
      double[] returns = byInstrument.get(instrument);
      least = Math.min(least, returns == null ? 0 : coverage(returns));
    }
    return least;
  }

  /** The part of the wanted returns that is there. */
  private double coverage(double[] returns) {
    return (double) present(returns) / Math.max(1, returns.length - firstWanted(returns));
  }

  private static int present(double[] returns) {
    int present = 0;
    for (double value : returns) {
      present += Double.isNaN(value) ? 0 : 1;
    }
    return present;
  }

  /** Of a young listing only the returns since its first are wanted, if pairs may differ in length. */
  private int firstWanted(double[] returns) {
    int first = 0;
    while (isPairwise() && first < returns.length && Double.isNaN(returns[first])) {
      first++;
    }
    return first;
  }

  private boolean isPairwise() {
    return settings.method().missing() == MissingRule.PAIRWISE;
  }

  private static Optional<Refusal> refusal(RefusalReason reason, String detail) {
    return Optional.of(Refusal.of(reason, detail));
  }
}
