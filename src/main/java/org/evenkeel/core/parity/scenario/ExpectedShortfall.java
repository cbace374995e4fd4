package org.evenkeel.core.parity.scenario;

import org.evenkeel.core.parity.linear.Vectors;

/**
 * The historical expected shortfall (CVaR): the mean loss in the worst part of the past bars.
 *
 * <p>Nobody writes to the rows after construction, so this class is immutable and thread-safe.
 */
public final class ExpectedShortfall implements CoherentRisk {

  private final double[][] returns;
  private final double alpha;

  /**
   * Takes a copy.
   *
   * @param returns one row per bar, one column per sleeve; fractions per bar
   * @param alpha level, above 0 and below 1
   */
  public ExpectedShortfall(double[][] returns, double alpha) {
    this.returns = Rows.copy(returns);
    this.alpha = alpha;
  }

  @Override
  public int size() {
    return returns[0].length;
  }

  @Override
  public Tangent at(double[] x) {
    double[] losses = new double[returns.length];
    for (int t = 0; t < losses.length; t++) {
      losses[t] = -Vectors.dot(returns[t], x);
    }
    Tail tail = Tail.of(losses, alpha);
    double[] slope = new double[x.length];
    for (int t = 0; t < losses.length; t++) {
      if (tail.share(t) > 0) {
        for (int i = 0; i < slope.length; i++) {
          slope[i] -= tail.share(t) * returns[t][i];
        }
      }
    }
    return new Tangent(tail.mean(), slope);
  }
}
