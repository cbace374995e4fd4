package org.evenkeel.core.estimate;

/**
 * A weighted correlation matrix, shrunk toward the average correlation.
 *
 * <p>The idea is Ledoit and Wolf's ("Honey, I shrunk the sample covariance matrix", 2004): the
 * measured matrix C has noise but no bias, the constant one F has bias but little noise, and (1-d)
 * C + d F with d = (sum Var(r) - sum Cov(r, mean r)) / sum (mean r - r)^2 has the least expected
 * squared error. Sums run over the pairs.
 *
 * <p>Two differences from the paper. The noise of a correlation is measured by its influence values
 * y_i y_j - r (y_i^2 + y_j^2)/2, whose variance is (1-r^2)^2 for normal returns: using y_i y_j
 * alone overstates the noise of high correlations ten times. The number of observations is the
 * effective one, 1 / sum of squared weights.
 *
 * <p>This class is immutable and thread-safe as long as nobody writes to the matrix it returns; it
 * is used within this package only.
 */
final class ConstantCorrelation {

  private final double[][] correlation;
  private final double average;
  private final double intensity;

  private ConstantCorrelation(double[][] correlation, double average, double intensity) {
    this.correlation = correlation;
    this.average = average;
    this.intensity = intensity;
  }

  /** The shrunk correlations of the columns; weights sum to one. */
  static ConstantCorrelation of(double[][] rows, double[] weights) {
    double[][] scaled = standardized(rows, weights);
    double[][] sample = correlations(scaled, weights);
    int n = sample.length;
    double average = n < 2 ? 0 : offDiagonalMean(sample);
    double intensity = n < 3 ? 0 : intensity(scaled, weights, sample, average);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (i != j) {
          sample[i][j] = (1 - intensity) * sample[i][j] + intensity * average;
        }
      }
    }
    return new ConstantCorrelation(sample, average, intensity);
  }

  double[][] correlation() {
    return correlation;
  }

  /** The mean of the correlations, which shrinkage does not change. */
  double average() {
    return average;
  }

  /** The part of the measured correlations that was replaced, 0 to 1. */
  double intensity() {
    return intensity;
  }

  /** The columns divided by their volatility; a column that never moved stays zero. */
  private static double[][] standardized(double[][] rows, double[] weights) {
    int n = rows[0].length;
    double[][] scaled = new double[rows.length][n];
    for (int i = 0; i < n; i++) {
      double variance = 0;
      for (int t = 0; t < rows.length; t++) {
        variance += weights[t] * rows[t][i] * rows[t][i];
      }
      for (int t = 0; t < rows.length; t++) {
        scaled[t][i] = variance > 0 ? rows[t][i] / StrictMath.sqrt(variance) : 0;
      }
    }
    return scaled;
  }

  private static double[][] correlations(double[][] scaled, double[] weights) {
    int n = scaled[0].length;
    double[][] correlation = new double[n][n];
    for (int i = 0; i < n; i++) {
      correlation[i][i] = 1;
      for (int j = 0; j < i; j++) {
        double sum = 0;
        for (int t = 0; t < scaled.length; t++) {
          sum += weights[t] * scaled[t][i] * scaled[t][j];
        }
        correlation[i][j] = sum;
        correlation[j][i] = sum;
      }
    }
    return correlation;
  }

  private static double intensity(
      double[][] scaled, double[] weights, double[][] sample, double average) {
    int n = sample.length;
    int pairs = n * (n - 1) / 2;
    double noise = 0;
    double noiseOfMean = 0;
    double squaredWeights = 0;
    for (int t = 0; t < scaled.length; t++) {
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < i; j++) {
          double y = scaled[t][i];
          double z = scaled[t][j];
          double influence = y * z - sample[i][j] * (y * y + z * z) / 2;
          sum += influence;
          squares += influence * influence;
        }
      }
      noise += weights[t] * squares;
      noiseOfMean += weights[t] * sum * sum / pairs;
      squaredWeights += weights[t] * weights[t];
    }
    double distance = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        distance += (sample[i][j] - average) * (sample[i][j] - average);
      }
    }
    if (!(distance > 0)) {
      return 0;
    }
    double best = (noise - noiseOfMean) * squaredWeights / distance;
    return Math.max(0, Math.min(1, best));
  }

  private static double offDiagonalMean(double[][] matrix) {
    int n = matrix.length;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        sum += matrix[i][j];
      }
    }
    return sum / (n * (n - 1) / 2.0);
  }
}
