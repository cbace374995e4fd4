package org.evenkeel.core.parity.engine;

/**
 * The factorization A = L L' of a positive definite matrix, in place in its lower half.
 *
 * <p>Row by row, so that both factors of every inner product lie in memory one after the other.
 */
public final class Cholesky {

  private Cholesky() {}

  /** Replaces the lower half of a by L; false as soon as a pivot is not above zero. */
  public static boolean factor(double[][] a) {
    return firstBadPivot(a) < 0;
  }

  /** Like {@link #factor}, but says which pivot failed; -1 if none did. The rows before it hold L. */
  public static int firstBadPivot(double[][] a) {
    for (int i = 0; i < a.length; i++) {
      double[] row = a[i];
      for (int j = 0; j < i; j++) {
        row[j] = (row[j] - partialDot(row, a[j], j)) / a[j][j];
      }
      double pivot = row[i] - partialDot(row, row, i);
      if (!(pivot > 0)) {
        return i;
      }
      row[i] = StrictMath.sqrt(pivot);
    }
    return -1;
  }

  /** Replaces v by the solution of L L' v. */
  public static void solve(double[][] l, double[] v) {
    for (int i = 0; i < v.length; i++) {
      v[i] = (v[i] - partialDot(l[i], v, i)) / l[i][i];
    }
    solveTransposed(l, v, v.length);
  }

  /** Replaces the first n numbers of v by the solution of L' v, where L is the leading part of that size. */
  public static void solveTransposed(double[][] l, double[] v, int n) {
    for (int i = n - 1; i >= 0; i--) {
      v[i] /= l[i][i];
      for (int j = 0; j < i; j++) {
        v[j] -= l[i][j] * v[i];
      }
    }
  }

  private static double partialDot(double[] x, double[] y, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }
}
