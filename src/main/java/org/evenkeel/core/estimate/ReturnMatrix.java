package org.evenkeel.core.estimate;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.estimate.sample.BarRanges;

/**
 * The sleeves' returns on one common UTC grid of bar closes, oldest first.
 *
 * <p>Returns are simple, not logarithmic: a sleeve's return is the sum of its legs' returns times
 * their ratios, and only simple returns add up across what is held at the same time. For example,
 * long spot +2.0 % and short perpetual with ratio -1 at +1.9 % make a carry sleeve's +0.1 %.
 *
 * <p>Nothing is filled in. Under {@link MissingRule#COMMON_BARS} a row in which any sleeve has no
 * return is not there; under {@link MissingRule#PAIRWISE} it is, with NaN for that sleeve.
 *
 * <p>This class is immutable and thread-safe.
 */
public final class ReturnMatrix {

  private final List<SleeveId> sleeves;
  private final List<Instant> barCloses;
  private final double[][] returns;
  private final double minCoverage;
  private final Optional<BarRanges> ranges;

  /**
   * Takes a copy of the returns.
   *
   * @param sleeves names of the columns
   * @param barCloses the end of the bar of each row, ascending
   * @param returns one row per bar, one column per sleeve; fractions per bar
   * @param minCoverage smallest fraction of the wanted returns over all instruments, 0 to 1
   */
  public ReturnMatrix(
      List<SleeveId> sleeves, List<Instant> barCloses, double[][] returns, double minCoverage) {
    this(sleeves, barCloses, returns, minCoverage, Optional.empty());
  }

  private ReturnMatrix(
      List<SleeveId> sleeves,
      List<Instant> barCloses,
      double[][] returns,
      double minCoverage,
      Optional<BarRanges> ranges) {
    this.ranges = ranges;
    this.sleeves = List.copyOf(sleeves);
    this.barCloses = List.copyOf(barCloses);
    this.returns = copyOf(returns);
    this.minCoverage = minCoverage;
    if (returns.length != barCloses.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%d bar closes but %d rows", barCloses.size(), returns.length));
    }
    for (int t = 0; t < returns.length; t++) {
      if (returns[t].length != sleeves.size()) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "row %s has %d numbers for %d sleeves",
                barCloses.get(t),
                returns[t].length,
                sleeves.size()));
      }
    }
  }

  /** The returns of a universe's sleeves up to a snapshot's slot, or why they cannot be trusted. */
  public static Result<ReturnMatrix> from(
      Universe universe, MarketSnapshot market, EstimateSettings settings) {
    return ReturnGrid.of(market, settings).returns(universe, market);
  }

  /**
   * The same without the sleeves whose data cannot be trusted, and why each of them is missing.
   *
   * <p>Refused only if no sleeve is left, or if what is left has too few bars in common.
   */
  public static Result<ScreenedReturns> screened(
      Universe universe, MarketSnapshot market, EstimateSettings settings) {
    return ReturnGrid.of(market, settings).screened(universe, market);
  }

  /** The same returns with the ranges of their bars, row by row. */
  public ReturnMatrix with(BarRanges known) {
    if (known.gap().length != returns.length) {
      throw new IllegalArgumentException(
          known.gap().length + " rows of ranges for " + returns.length + " rows of returns");
    }
    return new ReturnMatrix(sleeves, barCloses, returns, minCoverage, Optional.of(known));
  }

  /** How far prices moved within the bars, if the volatility model asked for it. */
  Optional<BarRanges> ranges() {
    return ranges;
  }

  /** The names of the columns. */
  public List<SleeveId> sleeves() {
    return sleeves;
  }

  /** The end of the bar of each row, ascending. */
  public List<Instant> barCloses() {
    return barCloses;
  }

  /** A copy of the returns: one row per bar, one column per sleeve; fractions per bar. */
  public double[][] returns() {
    return copyOf(returns);
  }

  /** The smallest fraction of the wanted returns over all instruments, 0 to 1. */
  public double minCoverage() {
    return minCoverage;
  }

  private static double[][] copyOf(double[][] matrix) {
    double[][] copy = new double[matrix.length][];
    for (int i = 0; i < matrix.length; i++) {
      copy[i] = matrix[i].clone();
    }
    return copy;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReturnMatrix that
        && sleeves.equals(that.sleeves)
        && barCloses.equals(that.barCloses)
        && minCoverage == that.minCoverage
        && Arrays.deepEquals(returns, that.returns);
  }

  @Override
  public int hashCode() {
    return 31 * barCloses.hashCode() + Arrays.deepHashCode(returns);
  }

  @Override
  public String toString() {
    return barCloses.size() + " returns of " + sleeves;
  }
}
