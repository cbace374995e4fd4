package org.evenkeel.core.estimate.shrink;

import org.evenkeel.core.estimate.sample.WeightedSample;

/**
 * Ledoit and Wolf's linear shrinkage: the mixture of measured matrix and target with the least
 * expected squared error.
 *
 * <p>The intensity is (noise of the measured entries - what of it the target shares) / (distance of
 * measured and target) / observations. Their formulas are for equal weights; with others the
 * variances of products are weighted means and the observations are the effective ones. For equal
 * weights and zero means they are theirs exactly. A missing return adds nothing to the noise.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class LinearShrinkage {

  private LinearShrinkage() {}

  /**
   * Toward the identity times the mean variance: Ledoit and Wolf, "A well-conditioned estimator for
   * large-dimensional covariance matrices", Journal of Multivariate Analysis 88, 2004.
   *
   * @param sample what the matrix was measured from
   * @param measured its second moments
   * @param observations effective ones
   */
  public static Shrunk toIdentity(WeightedSample sample, double[][] measured, double observations) {
    int n = measured.length;
    double mean = 0;
    for (int i = 0; i < n; i++) {
      mean += measured[i][i] / n;
    }
    double[][] target = new double[n][n];
    for (int i = 0; i < n; i++) {
      target[i][i] = mean;
    }
    return mixed(target, measured, sum(noise(sample, measured)), 0, observations);
  }

  /**
   * Toward the average correlation with the measured variances: Ledoit and Wolf, "Honey, I shrunk
   * the sample covariance matrix", Journal of Portfolio Management 30, 2004.
   */
  public static Shrunk toConstantCorrelation(
      WeightedSample sample, double[][] measured, double observations) {
    int n = measured.length;
    double average = averageCorrelation(measured);
    double[][] target = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        target[i][j] = i == j ? measured[i][i] : average * root(measured, i) * root(measured, j);
      }
    }
    double[][] noise = noise(sample, measured);
    double[][] theta = shared(sample, measured);
    double common = 0;
    for (int i = 0; i < n; i++) {
      common += noise[i][i];
      for (int j = 0; j < n; j++) {
        if (i != j && measured[i][i] > 0) {
          common += average * root(measured, j) / root(measured, i) * theta[i][j];
        }
      }
    }
    return mixed(target, measured, sum(noise), common, observations);
  }

  /**
   * Toward the covariance by one factor, the mean of all columns: Ledoit and Wolf, "Improved
   * estimation of the covariance matrix of stock returns with an application to portfolio
   * selection", Journal of Empirical Finance 10, 2003.
   */
  public static Shrunk toSingleFactor(
      WeightedSample sample, double[][] measured, double observations) {
    int n = measured.length;
    double[] beta = new double[n];
    double factor = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        beta[i] += measured[i][j] / n;
      }
      factor += beta[i] / n;
    }
    if (!(factor > 0)) {
      return new Shrunk(measured, 0);
    }
    double[][] target = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        target[i][j] = i == j ? measured[i][i] : beta[i] * beta[j] / factor;
      }
    }
    double[][] noise = noise(sample, measured);
    double common = SingleFactorNoise.shared(sample, measured, beta, factor);
    for (int i = 0; i < n; i++) {
      common += noise[i][i];
    }
    return mixed(target, measured, sum(noise), common, observations);
  }

  private static Shrunk mixed(
      double[][] target, double[][] measured, double noise, double common, double observations) {
    double distance = 0;
    for (int i = 0; i < measured.length; i++) {
      for (int j = 0; j < measured.length; j++) {
        distance += (measured[i][j] - target[i][j]) * (measured[i][j] - target[i][j]);
      }
    }
    double best = distance > 0 ? (noise - common) / observations / distance : 0;
    return Shrunk.toward(target, measured, Math.max(0, Math.min(1, best)));
  }

  /** The variance of each product x_i x_j. */
  private static double[][] noise(WeightedSample sample, double[][] measured) {
    int n = measured.length;
    double[][] noise = new double[n][n];
    for (int t = 0; t < sample.rows().length; t++) {
      double[] x = sample.rows()[t];
      double w = sample.weights()[t];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          double deviation = deviation(x, measured, i, j);
          noise[i][j] += w * deviation * deviation;
        }
      }
    }
    return noise;
  }

  /** The covariance of each x_i x_i with x_i x_j. */
  private static double[][] shared(WeightedSample sample, double[][] measured) {
    int n = measured.length;
    double[][] theta = new double[n][n];
    for (int t = 0; t < sample.rows().length; t++) {
      double[] x = sample.rows()[t];
      double w = sample.weights()[t];
      for (int i = 0; i < n; i++) {
        double own = w * deviation(x, measured, i, i);
        for (int j = 0; j < n; j++) {
          theta[i][j] += own * deviation(x, measured, i, j);
        }
      }
    }
    return theta;
  }

  static double deviation(double[] x, double[][] measured, int i, int j) {
    return Double.isNaN(x[i]) || Double.isNaN(x[j]) ? 0 : x[i] * x[j] - measured[i][j];
  }

  private static double averageCorrelation(double[][] measured) {
    int n = measured.length;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double both = root(measured, i) * root(measured, j);
        sum += both > 0 ? measured[i][j] / both : 0;
      }
    }
    return n < 2 ? 0 : sum / (n * (n - 1) / 2.0);
  }

  private static double root(double[][] measured, int i) {
    return StrictMath.sqrt(measured[i][i]);
  }

  private static double sum(double[][] matrix) {
    double sum = 0;
    for (double[] row : matrix) {
      for (double value : row) {
        sum += value;
      }
    }
    return sum;
  }
}
