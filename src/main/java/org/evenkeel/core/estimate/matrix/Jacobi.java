package org.evenkeel.core.estimate.matrix;

/**
 * Eigenvalues and eigenvectors by Jacobi's cyclic rotations.
 *
 * <p>Slow (tens of n cubed operations) and accurate, with nothing but the four rules and square
 * roots, and it cannot fail. Golub and Van Loan, Matrix Computations, section 8.5.
 *
 * <p>This class is stateless and thread-safe.
 */
final class Jacobi {

  /** Convergence is quadratic: six to ten sweeps are usual, whatever the size. */
  private static final int MAX_SWEEPS = 60;

  private Jacobi() {}

  /** Fills in the eigenvalues, in no order, and the eigenvectors as rows. */
  static void decompose(double[][] matrix, double[] values, double[][] vectors) {
    int n = values.length;
    double[][] a = new double[n][n];
    double size = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        a[i][j] = i < j ? matrix[j][i] : matrix[i][j];
        vectors[i][j] = i == j ? 1 : 0;
        size += a[i][j] * a[i][j];
      }
    }
    for (int sweep = 0; sweep < MAX_SWEEPS && offDiagonal(a) > 1e-30 * size; sweep++) {
      for (int p = 0; p < n - 1; p++) {
        for (int q = p + 1; q < n; q++) {
          rotate(a, vectors, p, q);
        }
      }
    }
    for (int i = 0; i < n; i++) {
      values[i] = a[i][i];
    }
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
  private static void rotate(double[][] a, double[][] vectors, int p, int q) {
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
    turnRows(a[p], a[q], cos, sin);
    turnRows(vectors[p], vectors[q], cos, sin);
    a[p][q] = 0;
    a[q][p] = 0;
  }

  private static void turnRows(double[] p, double[] q, double cos, double sin) {
    for (int k = 0; k < p.length; k++) {
      double pk = p[k];
      double qk = q[k];
      p[k] = cos * pk - sin * qk;
      q[k] = sin * pk + cos * qk;
    }
  }
}
