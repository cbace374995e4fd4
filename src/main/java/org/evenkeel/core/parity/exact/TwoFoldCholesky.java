package org.evenkeel.core.parity.exact;

/**
 * The factorization A = L L' in doubled precision, where A is as ill-conditioned as a near-perfect hedge makes it.
 *
 * <p>This class is not thread-safe.
 */
final class TwoFoldCholesky {

  private final double[][] high;
  private final double[][] low;
  private final TwoFold sum = new TwoFold();

  TwoFoldCholesky(int n) {
    this.high = new double[n][n];
    this.low = new double[n][n];
  }

  /** Factors shift I + E S E with E = diag(x / sqrt(b)); false if it is not positive definite. */
  boolean factor(ScaledProblem problem, double[] eHigh, double[] eLow, double shift) {
    int n = problem.size();
    for (int i = 0; i < n; i++) {
      double[] row = problem.row(i);
      for (int j = 0; j <= i; j++) {
        sum.set(eHigh[i], eLow[i]).multiply(eHigh[j], eLow[j]).multiply(row[j], 0);
        if (i == j) {
          sum.add(shift, 0);
        }
        for (int k = 0; k < j; k++) {
          sum.addProduct(-high[i][k], -low[i][k], high[j][k], low[j][k]);
        }
        if (i > j) {
          sum.divide(high[j][j], low[j][j]);
        } else if (sum.high() > 0) {
          sum.root();
        } else {
          return false;
        }
        high[i][j] = sum.high();
        low[i][j] = sum.low();
      }
    }
    return true;
  }

  /** Replaces v by the solution of L L' v. */
  void solve(double[] v) {
    int n = v.length;
    double[] tail = new double[n];
    for (int i = 0; i < n; i++) {
      sum.set(v[i], tail[i]);
      for (int k = 0; k < i; k++) {
        sum.addProduct(-high[i][k], -low[i][k], v[k], tail[k]);
      }
      keep(v, tail, i);
    }
    for (int i = n - 1; i >= 0; i--) {
      sum.set(v[i], tail[i]);
      for (int k = i + 1; k < n; k++) {
        sum.addProduct(-high[k][i], -low[k][i], v[k], tail[k]);
      }
      keep(v, tail, i);
    }
  }

  private void keep(double[] v, double[] tail, int i) {
    sum.divide(high[i][i], low[i][i]);
    v[i] = sum.high();
    tail[i] = sum.low();
  }
}
