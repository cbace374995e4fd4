package org.evenkeel.core.parity;

import org.evenkeel.core.parity.SolverCertificate.Algorithm;

/**
 * Newton's method in relative coordinates u = dx / x for few sleeves.
 *
 * <p>The system (diag(b) + X S X) u = b - x Sx is factored as L D L' without roots.
 * From Choi and Chen's start three steps are usual.
 * Where the step is not safe it is shortened; where that does not help, the caller goes on with {@link SafeNewton}.
 */
final class TinyNewton {

  private TinyNewton() {}

  static Iterate solve(BudgetedRisk problem, double[] x, double tolerance, int maxIterations) {
    int n = problem.size();
    double[] s = new double[n];
    double[] u = new double[n];
    double[][] k = new double[n][n];
    double goal = tolerance;
    for (int iteration = 0; iteration < maxIterations; iteration++) {
      problem.product(x, s);
      if (!problem.normalize(x, s)) {
        return new Iterate(x, Algorithm.TINY_NEWTON, iteration, Iterate.End.NO_RISK);
      }
      double error = problem.error(x, s);
      if (error < 1e-6) {
        goal = Math.max(tolerance, problem.attainableError(x));
      }
      if (error <= goal) {
        return new Iterate(x, Algorithm.TINY_NEWTON, iteration, Iterate.End.CONVERGED);
      }
      for (int i = 0; i < n; i++) {
        u[i] = problem.budget(i) - x[i] * s[i];
        for (int j = 0; j <= i; j++) {
          k[i][j] = x[i] * problem.row(i)[j] * x[j];
        }
        k[i][i] += problem.budget(i);
      }
      if (!solveInPlace(k, u)) {
        return new Iterate(x, Algorithm.TINY_NEWTON, iteration, Iterate.End.STALLED);
      }
      double step = step(u);
      for (int i = 0; i < n; i++) {
        x[i] *= 1 + step * u[i];
      }
    }
    return new Iterate(x, Algorithm.TINY_NEWTON, maxIterations, Iterate.End.STALLED);
  }

  private static double step(double[] u) {
    double shrinking = 0;
    double largest = 0;
    for (double value : u) {
      shrinking = Math.max(shrinking, -value);
      largest = Math.max(largest, Math.abs(value));
    }
    return shrinking <= 0.5 && largest <= 3 ? 1 : 1 / (1 + largest);
  }

  /** Replaces u by the solution of k u; false if k, of which the lower half is read, is not positive definite. */
  private static boolean solveInPlace(double[][] k, double[] u) {
    int n = u.length;
    for (int j = 0; j < n; j++) {
      if (!(k[j][j] > 0)) {
        return false;
      }
      for (int i = j + 1; i < n; i++) {
        double factor = k[i][j] / k[j][j];
        for (int m = j + 1; m <= i; m++) {
          k[i][m] -= factor * k[m][j];
        }
        u[i] -= factor * u[j];
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int m = i + 1; m < n; m++) {
        u[i] -= k[m][i] * u[m];
      }
      u[i] /= k[i][i];
    }
    return true;
  }
}
