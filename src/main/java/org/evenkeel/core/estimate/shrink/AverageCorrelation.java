package org.evenkeel.core.estimate.shrink;

import org.evenkeel.core.estimate.sample.WeightedSample;

/**
 * Correlations shrunk toward their average.
 *
 * <p>The idea is Ledoit and Wolf's ("Honey, I shrunk the sample covariance matrix", 2004): the
 * measured matrix C has noise but no bias, the constant one F has bias but little noise, and (1-d)
 * C + d F with d = (sum Var(r) - sum Cov(r, mean r)) / sum (mean r - r)^2 has the least expected
 * squared error. Sums run over the pairs.
 *
 * <p>The difference from {@link LinearShrinkage#toConstantCorrelation}: the noise of a correlation
 * is measured by its influence values y_i y_j - r (y_i^2 + y_j^2)/2, whose variance is (1-r^2)^2 for
 * normal returns. Using y_i y_j alone, as for a covariance, overstates the noise of high
 * correlations ten times.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class AverageCorrelation {

  private AverageCorrelation() {}

  /**
   * The shrunk correlations.
   *
   * @param scaled the returns, each column with mean square one
   * @param measured the correlations
   * @param observations effective ones
   */
  public static Shrunk of(WeightedSample scaled, double[][] measured, double observations) {
    int n = measured.length;
    double average = average(measured);
    double intensity = n < 3 ? 0 : intensity(scaled, measured, average, observations);
    double[][] target = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        target[i][j] = i == j ? 1 : average;
      }
    }
    return Shrunk.toward(target, measured, intensity);
  }

  /** The mean of the correlations of all pairs; 0 for a single sleeve. */
  public static double average(double[][] correlation) {
    int n = correlation.length;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        sum += correlation[i][j];
      }
    }
    return n < 2 ? 0 : sum / (n * (n - 1) / 2.0);
  }

  private static double intensity(
      WeightedSample scaled, double[][] measured, double average, double observations) {
    int n = measured.length;
    int pairs = n * (n - 1) / 2;
    double noise = 0;
    double noiseOfMean = 0;
    for (int t = 0; t < scaled.rows().length; t++) {
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < i; j++) {
          double influence = influence(scaled.rows()[t], measured, i, j);
          sum += influence;
          squares += influence * influence;
        }
      }
      noise += scaled.weights()[t] * squares;
      noiseOfMean += scaled.weights()[t] * sum * sum / pairs;
    }
    double distance = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        distance += (measured[i][j] - average) * (measured[i][j] - average);
      }
    }
    if (!(distance > 0)) {
      return 0;
    }
    double best = (noise - noiseOfMean) / observations / distance;
    return Math.max(0, Math.min(1, best));
  }

  private static double influence(double[] row, double[][] measured, int i, int j) {
    double y = row[i];
    double z = row[j];
    return Double.isNaN(y) || Double.isNaN(z) ? 0 : y * z - measured[i][j] * (y * y + z * z) / 2;
  }
}
