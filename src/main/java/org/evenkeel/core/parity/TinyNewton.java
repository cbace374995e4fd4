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

  /** Steps without any improvement after which shortening is no help, or the rest is rounding. */
  private static final int PATIENCE = 4;

  private TinyNewton() {}

  static Iterate solve(BudgetedRisk problem, double[] x, double tolerance, int maxIterations) {
    int n = problem.size();
    double[] s = new double[n];
    double[] u = new double[n];
    double[][] k = new double[n][n];
    double[] best = x.clone();
    double bestError = Double.POSITIVE_INFINITY;
    int bestIteration = 0;
    int iteration = 0;
    for (; iteration < maxIterations; iteration++) {
      problem.product(x, s);
      if (!problem.normalize(x, s)) {
        return new Iterate(x, Algorithm.TINY_NEWTON, iteration, Iterate.End.NO_RISK);
      }
      double error = problem.error(x, s);
      if (error < bestError) {
        bestError = error;
        bestIteration = iteration;
        System.arraycopy(x, 0, best, 0, n);
      }
      if (error <= tolerance
          || iteration - bestIteration >= PATIENCE
          || !step(problem, x, s, u, k)) {
        break;
      }
    }
    Iterate.End end = bestError <= tolerance ? Iterate.End.CONVERGED : Iterate.End.STALLED;
    return new Iterate(best, Algorithm.TINY_NEWTON, iteration, end);
  }

  /** Moves x by one step; false if the system could not be solved. */
  private static boolean step(
      BudgetedRisk problem, double[] x, double[] s, double[] u, double[][] k) {
    int n = x.length;
    for (int i = 0; i < n; i++) {
      u[i] = problem.budget(i) - x[i] * s[i];
      for (int j = 0; j <= i; j++) {
        k[i][j] = x[i] * problem.row(i)[j] * x[j];
      }
      k[i][i] += problem.budget(i);
    }
    if (!solveInPlace(k, u)) {
      return false;
    }
    double length = length(u);
    for (int i = 0; i < n; i++) {
      x[i] *= 1 + length * u[i];
    }
    return true;
  }

  private static double length(double[] u) {
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
