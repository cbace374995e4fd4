package org.evenkeel.core.parity.scenario;

import java.util.Arrays;

/**
 * The mean of the worst part of equally likely losses, and how much each counts in it (Rockafellar and Uryasev,
 * "Optimization of conditional value-at-risk", 2000).
 *
 * <p>For example, of 30 losses at a level of 0.95 the largest counts 2/3 and the next 1/3.
 * Of equal losses at the edge of the tail the earlier ones count.
 */
final class Tail {

  private final double mean;
  private final double[] shares;

  private Tail(double mean, double[] shares) {
    this.mean = mean;
    this.shares = shares;
  }

  /** The expected shortfall. */
  double mean() {
    return mean;
  }

  /** How much a loss counts; all sum to one. */
  double share(int t) {
    return shares[t];
  }

  /**
   * The tail of some losses.
   *
   * @param alpha level, for example 0.95: the tail is the worst 5 %
   */
  static Tail of(double[] losses, double alpha) {
    int count = losses.length;
    double size = Math.max(1, (1 - alpha) * count);
    double[] sorted = losses.clone();
    Arrays.sort(sorted);
    int place = Math.max(0, count - (int) StrictMath.ceil(size - 1e-9));
    double edge = sorted[place];
    double[] shares = new double[count];
    double left = 1;
    for (int t = 0; t < count; t++) {
      if (losses[t] > edge) {
        shares[t] = 1 / size;
        left -= shares[t];
      }
    }
    double mean = 0;
    for (int t = 0; t < count; t++) {
      if (losses[t] == edge && left > 0) {
        shares[t] = Math.min(left, 1 / size);
        left -= shares[t];
      }
      mean += shares[t] * losses[t];
    }
    return new Tail(mean, shares);
  }
}
