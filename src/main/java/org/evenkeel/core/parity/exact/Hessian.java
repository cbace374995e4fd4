package org.evenkeel.core.parity.exact;

import org.evenkeel.core.parity.engine.Cholesky;

/** The matrix shift I + E S E, whose like every Newton step and the error bound need, in doubles. */
final class Hessian {

  private Hessian() {}

  /** Writes and factors it; false if it is not positive definite. */
  static boolean factor(ScaledProblem problem, double[] e, double shift, double[][] into) {
    int n = problem.size();
    for (int i = 0; i < n; i++) {
      double[] row = problem.row(i);
      for (int j = 0; j <= i; j++) {
        into[i][j] = e[i] * row[j] * e[j];
      }
      into[i][i] += shift;
    }
    return Cholesky.factor(into);
  }
}
