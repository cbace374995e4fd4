package org.evenkeel.core.estimate.correlation;

import org.evenkeel.core.estimate.matrix.NearestCorrelation;
import org.evenkeel.core.estimate.sample.WeightedSample;

/**
 * Correlations with lagged products, for sleeves whose closes are not simultaneous.
 *
 * <p>The covariance is G0 + sum over lags l = 1..L of (1 - l/(L+1)) (G_l + G_l'), with G_l the
 * weighted sum of x_t x_(t-l)' (Newey and West, "A simple, positive semi-definite,
 * heteroskedasticity and autocorrelation consistent covariance matrix", Econometrica 55, 1987). A
 * product of two bars has the geometric mean of their weights: the result is then the plain form
 * for the series sqrt(w_t) x_t and positive semidefinite. A missing return counts as zero.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class NeweyWest {

  private NeweyWest() {}

  /** The correlations with so many lags; lags at least 1. */
  public static double[][] correlations(WeightedSample sample, int lags) {
    return NearestCorrelation.rescaled(covariance(sample, lags));
  }

  /** The covariance per bar that includes what the neighbouring bars share. */
  static double[][] covariance(WeightedSample sample, int lags) {
    int n = sample.columns();
    double[][] sum = new double[n][n];
    for (int t = 0; t < sample.rows().length; t++) {
      add(sum, sample, t, t, 0.5);
      for (int s = t - 1; s >= 0; s--) {
        double lag = sample.ages()[s] - sample.ages()[t];
        if (lag > lags + 0.5) {
          break;
        }
        add(sum, sample, t, s, 1 - StrictMath.rint(lag) / (lags + 1));
      }
    }
    return sum;
  }

  /** Adds the product of two rows and its transpose. */
  private static void add(double[][] sum, WeightedSample sample, int t, int s, double factor) {
    double w = factor * StrictMath.sqrt(sample.weights()[t] * sample.weights()[s]);
    double[] x = sample.rows()[t];
    double[] y = sample.rows()[s];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        sum[i][j] += w * (product(x[i], y[j]) + product(y[i], x[j]));
      }
    }
  }

  private static double product(double x, double y) {
    return Double.isNaN(x) || Double.isNaN(y) ? 0 : x * y;
  }
}
