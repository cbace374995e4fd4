package org.evenkeel.shell.cli.trial;

import java.util.Arrays;

/**
 * Losses of a covariance forecast against one outcome.
 *
 * <p>QLIKE, log s + x^2 / s and its form for matrices, log det S + x' S^-1 x, ranks forecasts as the unknown true
 * variance would, although a squared return is a noisy measure of it (Patton, "Volatility forecast comparison using
 * imperfect volatility proxies", Journal of Econometrics 160, 2011).
 *
 * <p>This class is stateless and thread-safe.
 */
final class Loss {

  private Loss() {}

  /** Log s + x^2 / s. */
  static double qlike(double variance, double outcome) {
    return StrictMath.log(variance) + outcome * outcome / variance;
  }

  /** (log det S + x' S^-1 x) / n; infinite if S is not positive definite. */
  static double qlike(double[][] covariance, double[] outcome) {
    int n = outcome.length;
    double[][] root = new double[n][n];
    double[] y = new double[n];
    double loss = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = covariance[i][j];
        for (int k = 0; k < j; k++) {
          rest -= root[i][k] * root[j][k];
        }
        if (i == j && !(rest > 0)) {
          return Double.POSITIVE_INFINITY;
        }
        root[i][j] = i == j ? StrictMath.sqrt(rest) : rest / root[j][j];
      }
      double rest = outcome[i];
      for (int k = 0; k < i; k++) {
        rest -= root[i][k] * y[k];
      }
      y[i] = rest / root[i][i];
      loss += 2 * StrictMath.log(root[i][i]) + y[i] * y[i];
    }
    return loss / n;
  }

  /** The weights' variance. */
  static double variance(double[][] covariance, double[] weights) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      for (int j = 0; j < weights.length; j++) {
        sum += weights[i] * weights[j] * covariance[i][j];
      }
    }
    return sum;
  }

  /** The root mean square of the relative distances of risk contributions from equal ones. */
  static double parityError(double[][] covariance, double[] weights) {
    double total = variance(covariance, weights);
    double squares = 0;
    for (int i = 0; i < weights.length; i++) {
      double product = 0;
      for (int j = 0; j < weights.length; j++) {
        product += covariance[i][j] * weights[j];
      }
      double relative = weights.length * weights[i] * product / total - 1;
      squares += relative * relative;
    }
    return StrictMath.sqrt(squares / weights.length);
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }
}
