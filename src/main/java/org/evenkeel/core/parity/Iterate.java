package org.evenkeel.core.parity;

import org.evenkeel.core.parity.SolverCertificate.Algorithm;

/**
 * Where an algorithm stopped, and why.
 *
 * <p>Used within this package only; whoever makes one gives its array away.
 */
final class Iterate {

  /** Why an algorithm stopped. */
  enum End {
    /** The risk contributions are the budgets within the tolerance, or as near as rounding lets them be. */
    CONVERGED,
    /** It got no nearer. */
    STALLED,
    /** It found a combination without risk, so there is no solution. */
    NO_RISK
  }

  private final double[] x;
  private final Algorithm algorithm;
  private final int iterations;
  private final End end;

  Iterate(double[] x, Algorithm algorithm, int iterations, End end) {
    this.x = x;
    this.algorithm = algorithm;
    this.iterations = iterations;
    this.end = end;
  }

  double[] x() {
    return x;
  }

  Algorithm algorithm() {
    return algorithm;
  }

  int iterations() {
    return iterations;
  }

  End end() {
    return end;
  }

  /** The weights: x scaled to sum one. */
  double[] weights() {
    double sum = BudgetedRisk.sum(x);
    double[] weights = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      weights[i] = x[i] / sum;
    }
    return weights;
  }
}
