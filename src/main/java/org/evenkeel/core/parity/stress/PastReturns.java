package org.evenkeel.core.parity.stress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.evenkeel.core.estimate.ReturnMatrix;

/**
 * The bars of the past in which every sleeve has a return, and what they would have done to a portfolio.
 *
 * <p>This class is immutable and thread-safe.
 */
final class PastReturns {

  private final List<Instant> closes = new ArrayList<>();
  private final List<double[]> rows = new ArrayList<>();

  PastReturns(ReturnMatrix returns) {
    double[][] all = returns.returns();
    for (int t = 0; t < all.length; t++) {
      if (Arrays.stream(all[t]).noneMatch(Double::isNaN)) {
        closes.add(returns.barCloses().get(t));
        rows.add(all[t]);
      }
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("no bar has a return of every sleeve");
    }
  }

  /** A stretch of bars: what was lost, how it moved, how long it was and when it ended. */
  record Window(double loss, double volatilityPerBar, int bars, Instant lastClose) {}

  /** The stretch with the largest loss at constant exposures; all bars if there are fewer than wanted. */
  Window worstWindow(double[] exposures, int wanted) {
    int bars = Math.min(wanted, rows.size());
    double[] gains = rows.stream().mapToDouble(row -> gain(row, exposures)).toArray();
    int worstEnd = bars;
    double worst = Double.POSITIVE_INFINITY;
    for (int end = bars; end <= gains.length; end++) {
      double sum = 0;
      for (int t = end - bars; t < end; t++) {
        sum += gains[t];
      }
      if (sum < worst) {
        worst = sum;
        worstEnd = end;
      }
    }
    double squares = 0;
    for (int t = worstEnd - bars; t < worstEnd; t++) {
      squares += gains[t] * gains[t];
    }
    return new Window(-worst, StrictMath.sqrt(squares / bars), bars, closes.get(worstEnd - 1));
  }

  /** A quantile of a sleeve's rolling volatility per bar, by linear interpolation; means taken as zero. */
  double volatilityPercentile(int sleeve, int wanted, double share) {
    int bars = Math.min(wanted, rows.size());
    double[] volatilities = new double[rows.size() - bars + 1];
    for (int start = 0; start < volatilities.length; start++) {
      double squares = 0;
      for (int t = start; t < start + bars; t++) {
        squares += rows.get(t)[sleeve] * rows.get(t)[sleeve];
      }
      volatilities[start] = StrictMath.sqrt(squares / bars);
    }
    Arrays.sort(volatilities);
    double place = share * (volatilities.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, volatilities.length - 1);
    return volatilities[below] + (place - below) * (volatilities[above] - volatilities[below]);
  }

  private static double gain(double[] row, double[] exposures) {
    double gain = 0;
    for (int i = 0; i < exposures.length; i++) {
      gain += exposures[i] * row[i];
    }
    return gain;
  }
}
