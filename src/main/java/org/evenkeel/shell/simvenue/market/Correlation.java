package org.evenkeel.shell.simvenue.market;

import java.util.List;

/**
 * A correlation matrix by its Cholesky factor, which turns independent normals into correlated ones.
 *
 * <p>Immutable and thread-safe.
 */
final class Correlation {

  private final double[][] factor;

  private Correlation(double[][] factor) {
    this.factor = factor;
  }

  /**
   * The correlation of coins with loadings on one factor, drawn toward "all equal" or toward "all independent".
   *
   * <p>Both mixtures keep the matrix positive definite.
   *
   * @param tilt 0 leaves the matrix as it is, 0.4 moves it 40 % of the way to all ones, -0.2 moves it 20 % of the way to the identity
   */
  static Correlation of(List<AssetSpec> assets, double tilt) {
    int n = assets.size();
    double target = tilt > 0 ? 1 : 0;
    double weight = Math.abs(tilt);
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double product = assets.get(i).loading() * assets.get(j).loading();
        matrix[i][j] = i == j ? 1 : (1 - weight) * product + weight * target;
      }
    }
    return new Correlation(cholesky(matrix));
  }

  /** The lower triangle L with L L' equal to the matrix. */
  private static double[][] cholesky(double[][] matrix) {
    int n = matrix.length;
    double[][] lower = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = matrix[i][j];
        for (int k = 0; k < j; k++) {
          rest -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = i == j ? StrictMath.sqrt(rest) : rest / lower[j][j];
      }
    }
    return lower;
  }

  /** Correlated normals from independent ones. */
  double[] applyTo(double[] independent) {
    double[] correlated = new double[independent.length];
    for (int i = 0; i < independent.length; i++) {
      double sum = 0;
      for (int k = 0; k <= i; k++) {
        sum += factor[i][k] * independent[k];
      }
      correlated[i] = sum;
    }
    return correlated;
  }
}
