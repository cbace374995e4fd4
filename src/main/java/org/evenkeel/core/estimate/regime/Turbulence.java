package org.evenkeel.core.estimate.regime;

/**
 * Kritzman and Li's turbulence of every row: d = (y - m)' S^-1 (y - m) / n.
 *
 * <p>Mean m and covariance S are those of all rows, the judged one among them, so that old and new rows are treated
 * alike; over all rows d then has the mean (T - 1) / T.
 *
 * <p>This class is stateless and thread-safe.
 */
final class Turbulence {

  /** A sleeve that the others explain but for this part of its variance leaves no distance to measure. */
  private static final double EXPLAINED = 1e-10;

  private Turbulence() {}

  /** One distance per row; none if the rows are too few for their covariance, or a sleeve is made of others. */
  static double[] of(double[][] rows) {
    if (rows.length == 0 || rows.length <= rows[0].length) {
      return new double[0];
    }
    int n = rows[0].length;
    double[] mean = new double[n];
    for (double[] row : rows) {
      for (int i = 0; i < n; i++) {
        mean[i] += row[i] / rows.length;
      }
    }
    double[][] factor = covariance(rows, mean);
    if (!factorize(factor)) {
      return new double[0];
    }
    double[] distances = new double[rows.length];
    for (int t = 0; t < rows.length; t++) {
      double[] y = new double[n];
      for (int i = 0; i < n; i++) {
        double rest = rows[t][i] - mean[i];
        for (int j = 0; j < i; j++) {
          rest -= factor[i][j] * y[j];
        }
        y[i] = rest / factor[i][i];
        distances[t] += y[i] * y[i] / n;
      }
    }
    return distances;
  }

  private static double[][] covariance(double[][] rows, double[] mean) {
    int n = mean.length;
    double[][] covariance = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (double[] row : rows) {
          sum += (row[i] - mean[i]) * (row[j] - mean[j]);
        }
        covariance[i][j] = sum / (rows.length - 1);
      }
    }
    return covariance;
  }

  /** Cholesky's factor in place of the lower triangle; false if the matrix is singular but for rounding. */
  private static boolean factorize(double[][] a) {
    for (int i = 0; i < a.length; i++) {
      double variance = a[i][i];
      for (int j = 0; j < i; j++) {
        double sum = a[i][j];
        for (int k = 0; k < j; k++) {
          sum -= a[i][k] * a[j][k];
        }
        a[i][j] = sum / a[j][j];
        a[i][i] -= a[i][j] * a[i][j];
      }
      if (!(a[i][i] > EXPLAINED * variance)) {
        return false;
      }
      a[i][i] = StrictMath.sqrt(a[i][i]);
    }
    return true;
  }
}
