package org.evenkeel.core.parity;

/**
 * A candidate for the solution of a {@link BoundedProblem}: weights, lambda, theta and the rows' multipliers.
 *
 * <p>Used within this package only; whoever makes one gives its arrays away.
 */
final class KktPoint {

  private final double[] x;
  private final double lambda;
  private final double theta;
  private final double[] nu;
  private final int iterations;

  KktPoint(double[] x, double lambda, double theta, double[] nu, int iterations) {
    this.x = x;
    this.lambda = lambda;
    this.theta = theta;
    this.nu = nu;
    this.iterations = iterations;
  }

  double[] x() {
    return x;
  }

  double lambda() {
    return lambda;
  }

  double theta() {
    return theta;
  }

  double[] nu() {
    return nu;
  }

  int iterations() {
    return iterations;
  }

  boolean isFinite() {
    double sum = lambda + theta + BudgetedRisk.sum(x) + BudgetedRisk.sum(nu);
    return Double.isFinite(sum) && lambda > 0;
  }

  /** The same with weights that rounding has put beyond a bound on it, and without negative multipliers of rows. */
  KktPoint within(BoundedProblem problem) {
    double[] inside = x.clone();
    double[] signed = nu.clone();
    for (int i = 0; i < inside.length; i++) {
      inside[i] = Math.max(problem.lower(i), Math.min(problem.upper(i), inside[i]));
    }
    for (int k = 0; k < signed.length; k++) {
      signed[k] = problem.rows().get(k).equality() ? signed[k] : Math.max(0, signed[k]);
    }
    return new KktPoint(inside, lambda, theta, signed, iterations);
  }
}
