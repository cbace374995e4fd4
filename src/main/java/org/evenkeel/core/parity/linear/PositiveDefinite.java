package org.evenkeel.core.parity.linear;

import java.util.Optional;

/**
 * The solution of linear systems with a positive definite matrix by its factorization L L'.
 *
 * <p>This class is immutable and thread-safe.
 */
public final class PositiveDefinite {

  private final double[][] factor;

  private PositiveDefinite(double[][] factor) {
    this.factor = factor;
  }

  /**
   * The factorization of a symmetric matrix.
   *
   * @param matrix only its lower half is read
   * @param leastPivot smallest part of a diagonal element that must be left of it; 0 for any above zero
   * @return empty if the matrix is not positive definite by that measure
   */
  public static Optional<PositiveDefinite> of(double[][] matrix, double leastPivot) {
    int n = matrix.length;
    double[][] l = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double value = matrix[i][j];
        for (int k = 0; k < j; k++) {
          value -= l[i][k] * l[j][k];
        }
        if (j < i) {
          l[i][j] = value / l[j][j];
        } else if (value > leastPivot * matrix[i][i] && value > 0) {
          l[i][i] = StrictMath.sqrt(value);
        } else {
          return Optional.empty();
        }
      }
    }
    return Optional.of(new PositiveDefinite(l));
  }

  /** The x with A x = right. */
  public double[] solve(double[] right) {
    int n = factor.length;
    double[] x = right.clone();
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= factor[i][k] * x[k];
      }
      x[i] /= factor[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        x[i] -= factor[k][i] * x[k];
      }
      x[i] /= factor[i][i];
    }
    return x;
  }
}
