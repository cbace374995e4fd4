package org.evenkeel.core.parity;

import org.evenkeel.core.parity.SolverCertificate.Algorithm;

/**
 * The formula for one or two sleeves.
 *
 * <p>With r = (x1 vol1) / (x2 vol2) and beta = b1 / b2, equal risk per budget is r^2 + rho (1 - beta) r - beta = 0.
 */
final class ClosedForm {

  private ClosedForm() {}

  static Iterate solve(BudgetedRisk problem) {
    double[] x = new double[problem.size()];
    x[0] = 1 / problem.volatility(0);
    if (problem.size() == 2) {
      double beta = problem.budget(0) / problem.budget(1);
      double both = problem.volatility(0) * problem.volatility(1);
      double half = problem.row(0)[1] / both * (1 - beta) / 2;
      double root = StrictMath.sqrt(half * half + beta);
      x[0] *= half > 0 ? beta / (root + half) : root - half;
      x[1] = 1 / problem.volatility(1);
    }
    return new Iterate(x, Algorithm.CLOSED_FORM, 1, Iterate.End.CONVERGED);
  }
}
