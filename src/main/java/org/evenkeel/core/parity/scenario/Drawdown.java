package org.evenkeel.core.parity.scenario;

import org.evenkeel.core.parity.linear.Vectors;

/**
 * The conditional drawdown at risk (CDaR): the mean of the worst part of the past drawdowns.
 *
 * <p>Gains add up without compounding from zero at the start of the window, and a drawdown is the distance from the
 * highest sum so far (Chekhlov, Uryasev and Zabarankin, "Drawdown measure in portfolio optimization", 2005).
 * It depends on the order of the bars.
 * Of equal peaks the earliest counts.
 *
 * <p>Nobody writes to the rows after construction, so this class is immutable and thread-safe.
 */
public final class Drawdown implements CoherentRisk {

  private final double[][] sums;
  private final double alpha;

  /**
   * Takes a copy.
   *
   * @param returns one row per bar, oldest first, one column per sleeve; fractions per bar
   * @param alpha level, above 0 and below 1
   */
  public Drawdown(double[][] returns, double alpha) {
    this.sums = new double[returns.length + 1][returns[0].length];
    this.alpha = alpha;
    for (int t = 0; t < returns.length; t++) {
      for (int i = 0; i < returns[t].length; i++) {
        sums[t + 1][i] = sums[t][i] + returns[t][i];
      }
    }
  }

  @Override
  public int size() {
    return sums[0].length;
  }

  @Override
  public Tangent at(double[] x) {
    int bars = sums.length - 1;
    double[] drawdowns = new double[bars];
    int[] peaks = new int[bars];
    double highest = 0;
    int peak = 0;
    for (int t = 1; t <= bars; t++) {
      double gain = Vectors.dot(sums[t], x);
      if (gain > highest) {
        highest = gain;
        peak = t;
      }
      drawdowns[t - 1] = highest - gain;
      peaks[t - 1] = peak;
    }
    Tail tail = Tail.of(drawdowns, alpha);
    double[] slope = new double[x.length];
    for (int t = 0; t < bars; t++) {
      if (tail.share(t) > 0) {
        for (int i = 0; i < slope.length; i++) {
          slope[i] += tail.share(t) * (sums[peaks[t]][i] - sums[t + 1][i]);
        }
      }
    }
    return new Tangent(tail.mean(), slope);
  }
}
