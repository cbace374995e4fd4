package org.evenkeel.core.parity.engine;

/**
 * The factorization A = L L' of a positive definite matrix, in place in its lower half.
 *
 * <p>Row by row, so that both factors of every inner product lie in memory one after the other.
 *
 * <p>This class is stateless and thread-safe.
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

  /** Four accumulators in a fixed order, because one would wait for each addition. */
  private static double partialDot(double[] x, double[] y, int n) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int fused = n & ~3;
    for (int i = 0; i < fused; i += 4) {
      a += x[i] * y[i];
      b += x[i + 1] * y[i + 1];
      c += x[i + 2] * y[i + 2];
      d += x[i + 3] * y[i + 3];
    }
    for (int i = fused; i < n; i++) {
      a += x[i] * y[i];
    }
    return (a + b) + (c + d);
  }
}
