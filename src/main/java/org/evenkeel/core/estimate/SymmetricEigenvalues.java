package org.evenkeel.core.estimate;

import java.util.Arrays;

/**
 * The eigenvalues of a symmetric matrix by Jacobi's cyclic rotations.
 *
 * <p>Slow (about ten times n cubed) and accurate, with one fixed order of operations and nothing
 * but the four rules and square roots, so that every machine gets the same bits. Golub and Van
 * Loan, Matrix Computations, section 8.5.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class SymmetricEigenvalues {

  /** Convergence is quadratic: six to ten sweeps are usual, whatever the size. */
  private static final int MAX_SWEEPS = 60;

  private SymmetricEigenvalues() {}

  /** The eigenvalues in ascending order; all NaN if the matrix has a number that is not finite. */
  public static double[] of(double[][] matrix) {
    int n = matrix.length;
    double[][] a = new double[n][];
    double size = 0;
    for (int i = 0; i < n; i++) {
      a[i] = matrix[i].clone();
      for (double value : a[i]) {
        size += value * value;
      }
    }
    double[] values = new double[n];
    if (!Double.isFinite(size)) {
      Arrays.fill(values, Double.NaN);
      return values;
    }
    for (int sweep = 0; sweep < MAX_SWEEPS && offDiagonal(a) > 1e-30 * size; sweep++) {
      for (int p = 0; p < n - 1; p++) {
        for (int q = p + 1; q < n; q++) {
          rotate(a, p, q);
        }
      }
    }
    for (int i = 0; i < n; i++) {
      values[i] = a[i][i];
    }
    Arrays.sort(values);
    return values;
  }

  private static double offDiagonal(double[][] a) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += 2 * a[i][j] * a[i][j];
      }
    }
    return sum;
  }

  /** Rotates the plane of p and q so that the element between them becomes zero. */
  private static void rotate(double[][] a, int p, int q) {
    if (a[p][q] == 0) {
      return;
    }
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = 1 / (Math.abs(theta) + StrictMath.sqrt(theta * theta + 1));
    t = theta < 0 ? -t : t;
    double cos = 1 / StrictMath.sqrt(t * t + 1);
    double sin = t * cos;
    for (int k = 0; k < a.length; k++) {
      double kp = a[k][p];
      double kq = a[k][q];
      a[k][p] = cos * kp - sin * kq;
      a[k][q] = sin * kp + cos * kq;
    }
    for (int k = 0; k < a.length; k++) {
      double pk = a[p][k];
      double qk = a[q][k];
      a[p][k] = cos * pk - sin * qk;
      a[q][k] = sin * pk + cos * qk;
    }
    a[p][q] = 0;
    a[q][p] = 0;
  }
}
