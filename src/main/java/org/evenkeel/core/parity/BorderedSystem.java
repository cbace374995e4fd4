package org.evenkeel.core.parity;

import org.evenkeel.core.parity.engine.Cholesky;

/**
 * Linear equations with a border: (S + D) x + C'y = r and R x - T y = q, where S is part of a covariance and D a
 * diagonal above zero.
 *
 * <p>The core is factored as E^-1 (I + E S E) E^-1 with E = D^-1/2, which no covariance can make singular, and the border
 * is eliminated.
 */
final class BorderedSystem {

  private final double[] e;
  private final double[][] factor;
  private final boolean usable;

  /** Factors the core on the rows and columns that are listed. */
  BorderedSystem(BudgetedRisk risk, int[] free, double[] diagonal) {
    int n = free.length;
    e = new double[n];
    factor = new double[n][n];
    for (int i = 0; i < n; i++) {
      e[i] = 1 / StrictMath.sqrt(diagonal[i]);
    }
    for (int i = 0; i < n; i++) {
      double[] row = risk.row(free[i]);
      for (int j = 0; j <= i; j++) {
        factor[i][j] = e[i] * row[free[j]] * e[j];
      }
      factor[i][i] += 1;
    }
    usable = Cholesky.factor(factor);
  }

  /** Whether the factorization succeeded; it can fail on numbers that are not finite only. */
  boolean isUsable() {
    return usable;
  }

  /** The solution of the core alone. */
  double[] core(double[] right) {
    double[] v = new double[right.length];
    for (int i = 0; i < v.length; i++) {
      v[i] = e[i] * right[i];
    }
    Cholesky.solve(factor, v);
    for (int i = 0; i < v.length; i++) {
      v[i] *= e[i];
    }
    return v;
  }

  /**
   * The solution of all, y after x; unknowns of the border that the equations leave open are zero.
   *
   * @param columns rows of C
   * @param rows rows of R
   * @param corner T, square
   */
  double[] solve(double[][] columns, double[][] rows, double[][] corner, double[] r, double[] q) {
    int n = r.length;
    int k = q.length;
    double[] x = core(r);
    double[][] z = new double[k][];
    double[][] small = new double[k][k];
    double[] right = new double[k];
    for (int j = 0; j < k; j++) {
      z[j] = core(columns[j]);
    }
    for (int i = 0; i < k; i++) {
      right[i] = BudgetedRisk.dot(rows[i], x) - q[i];
      for (int j = 0; j < k; j++) {
        small[i][j] = BudgetedRisk.dot(rows[i], z[j]) + corner[i][j];
      }
    }
    double[] y = SmallSystem.solve(small, right);
    double[] all = new double[n + k];
    System.arraycopy(x, 0, all, 0, n);
    for (int j = 0; j < k; j++) {
      all[n + j] = y[j];
      for (int i = 0; i < n; i++) {
        all[i] -= y[j] * z[j][i];
      }
    }
    return all;
  }
}
