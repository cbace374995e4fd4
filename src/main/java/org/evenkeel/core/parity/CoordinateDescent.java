package org.evenkeel.core.parity;

import org.evenkeel.core.parity.SolverCertificate.Algorithm;

/**
 * The second opinion: one weight after another is set to its own optimum (Griveau-Billion, Richard, Roncalli, "A fast
 * algorithm for computing high-dimensional risk parity portfolios", 2013).
 *
 * <p>It shares no step with the other algorithms: each coordinate solves S_ii x^2 + a x - b = 0 exactly.
 * It starts elsewhere, too.
 * Between strong hedges it is slow, and then it gives up.
 */
final class CoordinateDescent {

  private static final int MAX_SWEEPS = 2_000;

  /** A limit of work, a few milliseconds; beyond it Newton's method in doubled precision is quicker. */
  private static final double MAX_OPERATIONS = 2e6;

  /** Where rounding is in the way of the tolerance, an opinion this exact will do. */
  private static final double GOOD_ENOUGH = 1e-9;

  private CoordinateDescent() {}

  static Iterate solve(BudgetedRisk problem, double tolerance) {
    int n = problem.size();
    int sweeps = (int) Math.min(MAX_SWEEPS, Math.max(100, MAX_OPERATIONS / ((double) n * n)));
    double[] x = new double[n];
    double[] s = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = StrictMath.sqrt(problem.budget(i)) / problem.volatility(i);
    }
    double goal = tolerance;
    boolean fresh = true;
    problem.product(x, s);
    for (int sweep = 0; sweep < sweeps; sweep++) {
      if (!problem.normalize(x, s)) {
        return new Iterate(x, Algorithm.COORDINATE_DESCENT, sweep, Iterate.End.NO_RISK);
      }
      double error = problem.error(x, s);
      if (error < 1e-6) {
        goal = Math.max(tolerance, Math.min(GOOD_ENOUGH, problem.attainableError(x)));
      }
      if (error <= goal && fresh) {
        return new Iterate(x, Algorithm.COORDINATE_DESCENT, sweep, Iterate.End.CONVERGED);
      }
      // The running sum drifts where budgets are tiny: nothing is believed but a fresh product.
      fresh = error <= goal || sweep % 16 == 15;
      if (fresh) {
        problem.product(x, s);
      }
      if (error > goal) {
        fresh = false;
        sweep(problem, x, s);
      }
    }
    return new Iterate(x, Algorithm.COORDINATE_DESCENT, sweeps, Iterate.End.STALLED);
  }

  private static void sweep(BudgetedRisk problem, double[] x, double[] s) {
    for (int i = 0; i < x.length; i++) {
      double variance = problem.variance(i);
      double half = (s[i] - variance * x[i]) / 2;
      double root = StrictMath.sqrt(half * half + variance * problem.budget(i));
      double next = half > 0 ? problem.budget(i) / (root + half) : (root - half) / variance;
      BudgetedRisk.add(s, next - x[i], problem.row(i));
      x[i] = next;
    }
  }
}
