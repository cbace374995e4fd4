package org.evenkeel.core.estimate.shrink;

import org.evenkeel.core.estimate.sample.WeightedSample;

/**
 * What the noise of measured covariances shares with the noise of those by one factor.
 *
 * <p>For i different from j, with m the factor: sum of (s_jm / v E[(x_i x_j - s_ij)(x_i m - s_im)]
 * times 2 - s_im s_jm / v^2 E[(m^2 - v)(x_i x_j - s_ij)]), Ledoit and Wolf 2003, lemma 2.
 *
 * <p>This class is stateless and thread-safe.
 */
final class SingleFactorNoise {

  private SingleFactorNoise() {}

  /**
   * The sum over all pairs of different columns.
   *
   * @param beta covariance of each column with the factor
   * @param factor variance of the factor
   */
  static double shared(WeightedSample sample, double[][] measured, double[] beta, double factor) {
    double sum = 0;
    for (int t = 0; t < sample.rows().length; t++) {
      sum += sample.weights()[t] * ofRow(sample.rows()[t], measured, beta, factor);
    }
    return sum;
  }

  private static double ofRow(double[] x, double[][] measured, double[] beta, double factor) {
    double m = mean(x);
    double ofFactor = m * m - factor;
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      if (Double.isNaN(x[i])) {
        continue;
      }
      double withFactor = x[i] * m - beta[i];
      for (int j = 0; j < x.length; j++) {
        if (i != j) {
          double deviation = LinearShrinkage.deviation(x, measured, i, j);
          sum += 2 * beta[j] / factor * deviation * withFactor;
          sum -= beta[i] * beta[j] / (factor * factor) * ofFactor * deviation;
        }
      }
    }
    return sum;
  }

  /** The factor's return: missing columns count as zero. */
  private static double mean(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += Double.isNaN(value) ? 0 : value;
    }
    return sum / x.length;
  }
}
