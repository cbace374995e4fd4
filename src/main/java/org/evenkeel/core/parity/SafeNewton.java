package org.evenkeel.core.parity;

import org.evenkeel.core.parity.SolverCertificate.Algorithm;

/**
 * Newton's method with a damping that is proven to converge (Spinu, "An algorithm for computing risk parity weights",
 * 2013), for problems on which the quicker ways stall.
 *
 * <p>The matrix I + E S E with E = diag(x / sqrt(b)) has no eigenvalue below one for any covariance, singular or not,
 * so its factorization cannot fail.
 * Only what shrinks a weight limits the step: 1 / (1 + delta) with delta the largest relative decrease.
 * Full steps are taken once the Newton decrement is below 0.36 times the root of the smallest budget.
 */
final class SafeNewton {

  /** Steps without any improvement, near the end, after which the rest is rounding. */
  private static final int PATIENCE = 5;

  private SafeNewton() {}

  static Iterate solve(BudgetedRisk problem, double[] start, double tolerance, int maxIterations) {
    int n = problem.size();
    double[] x = start.clone();
    double[] best = start.clone();
    double[] s = new double[n];
    double[] v = new double[n];
    double[][] k = new double[n][n];
    double bestError = Double.POSITIVE_INFINITY;
    int bestIteration = 0;
    int iteration = 0;
    for (; iteration < maxIterations; iteration++) {
      problem.product(x, s);
      if (!problem.normalize(x, s)) {
        return new Iterate(x, Algorithm.SAFE_NEWTON, iteration, Iterate.End.NO_RISK);
      }
      double error = problem.error(x, s);
      if (error < bestError) {
        bestError = error;
        bestIteration = iteration;
        System.arraycopy(x, 0, best, 0, n);
      }
      boolean nearTheEnd = bestError < 1e-6;
      if (error <= tolerance || (nearTheEnd && iteration - bestIteration >= PATIENCE)) {
        break;
      }
      for (int i = 0; i < n; i++) {
        v[i] = (problem.budget(i) - x[i] * s[i]) / StrictMath.sqrt(problem.budget(i));
      }
      if (!step(problem, x, v, k)) {
        return new Iterate(best, Algorithm.SAFE_NEWTON, iteration, Iterate.End.STALLED);
      }
    }
    boolean converged = bestError <= Math.max(tolerance, problem.attainableError(best));
    return new Iterate(
        best,
        Algorithm.SAFE_NEWTON,
        iteration,
        converged ? Iterate.End.CONVERGED : Iterate.End.STALLED);
  }

  /** Moves x by one damped step; v is the scaled residual and is overwritten. */
  private static boolean step(BudgetedRisk problem, double[] x, double[] v, double[][] k) {
    int n = x.length;
    double[] e = new double[n];
    double leastBudget = 1;
    for (int i = 0; i < n; i++) {
      e[i] = x[i] / StrictMath.sqrt(problem.budget(i));
      leastBudget = Math.min(leastBudget, problem.budget(i));
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        k[i][j] = e[i] * problem.row(i)[j] * e[j];
      }
      k[i][i] += 1;
    }
    double[] residual = v.clone();
    if (!Cholesky.factor(k)) {
      return false;
    }
    Cholesky.solve(k, v);
    double decrement = StrictMath.sqrt(Math.max(0, BudgetedRisk.dot(residual, v)));
    double shrinking = 0;
    for (int i = 0; i < n; i++) {
      v[i] /= StrictMath.sqrt(problem.budget(i));
      shrinking = Math.max(shrinking, -v[i]);
    }
    boolean full = decrement <= 0.36 * StrictMath.sqrt(leastBudget);
    double length = full ? 1 : 1 / (1 + shrinking);
    for (int i = 0; i < n; i++) {
      x[i] *= 1 + length * v[i];
    }
    return true;
  }
}
