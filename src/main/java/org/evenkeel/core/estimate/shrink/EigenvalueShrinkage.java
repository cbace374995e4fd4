package org.evenkeel.core.estimate.shrink;

import org.evenkeel.core.estimate.matrix.SymmetricEigen;

/**
 * Shrinkage that needs the measured matrix and the number of observations, but not the sample.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class EigenvalueShrinkage {

  private EigenvalueShrinkage() {}

  /**
   * Toward the identity times the mean variance with the intensity that is best for normal returns:
   * Chen, Wiesel, Eldar and Hero, "Shrinkage algorithms for MMSE covariance estimation", IEEE
   * Transactions on Signal Processing 58, 2010, equation 23.
   */
  public static Shrunk oracleApproximating(double[][] measured, double observations) {
    int n = measured.length;
    double trace = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      trace += measured[i][i];
      for (int j = 0; j < n; j++) {
        squares += measured[i][j] * measured[i][j];
      }
    }
    double above = (1 - 2.0 / n) * squares + trace * trace;
    double below = (observations + 1 - 2.0 / n) * (squares - trace * trace / n);
    double intensity = below > 0 ? Math.max(0, Math.min(1, above / below)) : 1;
    double[][] target = new double[n][n];
    for (int i = 0; i < n; i++) {
      target[i][i] = trace / n;
    }
    return Shrunk.toward(target, measured, intensity);
  }

  /**
   * The eigenvalues up to the edge of the noise replaced by their mean: Laloux, Cizeau, Potters and
   * Bouchaud, "Random matrix theory and financial correlations", 2000.
   *
   * @param noiseVariance variance of the noise; see {@link #residualVariance}
   */
  public static Shrunk marchenkoPastur(
      double[][] correlation, double observations, double noiseVariance) {
    SymmetricEigen eigen = SymmetricEigen.of(correlation);
    double[] values = eigen.values();
    double root = 1 + StrictMath.sqrt(values.length / observations);
    double edge = noiseVariance * root * root;
    double sum = 0;
    int below = 0;
    while (below < values.length && values[below] <= edge) {
      sum += values[below];
      below++;
    }
    for (int k = 0; k < below; k++) {
      values[k] = sum / below;
    }
    return Shrunk.from(correlation, eigen.with(values));
  }

  /** What the largest eigenvalue of a correlation matrix leaves to the others, 0 to 1: the paper's noise. */
  public static double residualVariance(double[][] correlation) {
    double[] values = SymmetricEigen.of(correlation).values();
    return Math.max(0, 1 - values[values.length - 1] / values.length);
  }

  /** The first principal components, and on the diagonal what they leave of each variance. */
  public static Shrunk principalFactors(double[][] measured, int factors) {
    SymmetricEigen eigen = SymmetricEigen.of(measured);
    double[] values = eigen.values();
    for (int k = 0; k < values.length - factors; k++) {
      values[k] = 0;
    }
    double[][] common = eigen.with(values);
    for (int i = 0; i < common.length; i++) {
      common[i][i] = measured[i][i];
    }
    return Shrunk.from(measured, common);
  }
}
