package org.evenkeel.core.parity;

import java.util.Optional;

/**
 * A corner: all weights at their bounds, and the bounds sum to one.
 *
 * <p>Then no weight can move, and every lambda between the least and the largest that the signs of the multipliers allow
 * is a solution; the one nearest to the variance is taken, which is where lambda is when nothing binds.
 */
final class Vertex {

  private Vertex() {}

  /** How far from one a sum of bounds may be by rounding. */
  static double rounding(int n) {
    return n * 0x1p-50;
  }

  /** The point in which all weights are where the active set puts them; empty if that is none. */
  static Optional<KktPoint> at(BoundedProblem problem, KktPoint point, ActiveSet active) {
    double[] x = new double[problem.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = active.bound(i);
    }
    return at(problem, x, point.nu().length, point.iterations() + 1);
  }

  /** The point at given weights that are all at bounds; empty if they do not sum to one or no lambda fits. */
  static Optional<KktPoint> at(BoundedProblem problem, double[] x, int rows, int iterations) {
    if (Math.abs(BudgetedRisk.sum(x) - 1) > rounding(x.length)) {
      return Optional.empty();
    }
    double[] s = new double[x.length];
    problem.risk().product(x, s);
    double least = 0;
    double largest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < x.length; i++) {
      double ofSleeve = x[i] * s[i] / problem.risk().budget(i);
      if (!problem.fixed(i) && x[i] == problem.upper(i)) {
        least = Math.max(least, ofSleeve);
      } else if (!problem.fixed(i)) {
        largest = Math.min(largest, ofSleeve);
      }
    }
    double variance = BudgetedRisk.dot(x, s);
    double lambda = Math.min(largest, Math.max(least, variance));
    if (!(lambda > 0) || lambda < least) {
      return Optional.empty();
    }
    return Optional.of(
        new KktPoint(
            x,
            problem.scaled() ? variance : lambda,
            problem.scaled() ? theta(problem, x, s, variance) : 0,
            new double[rows],
            iterations));
  }

  /** A theta with which the multipliers of bounds have their signs; any number if there is none. */
  private static double theta(BoundedProblem problem, double[] x, double[] s, double lambda) {
    double least = Double.NEGATIVE_INFINITY;
    double largest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < x.length; i++) {
      double gradient = s[i] - lambda * problem.risk().budget(i) / x[i];
      if (!problem.fixed(i) && x[i] == problem.upper(i)) {
        largest = Math.min(largest, -gradient);
      } else if (!problem.fixed(i)) {
        least = Math.max(least, -gradient);
      }
    }
    return Math.min(largest, Math.max(least, 0));
  }
}
