package org.evenkeel.core.parity;

/**
 * How far a point is from satisfying the optimality conditions, measured afresh from its numbers.
 *
 * <p>The part of S w - lambda b / w + A' nu + theta that no bound with the right sign of multiplier can take is left over
 * in {@link #left}. The relative residual is the largest of these and of wrong signs of multipliers over max |S w|, of
 * violations of bounds, rows and the sum, and of multipliers of rows times their slack.
 */
final class KktResidual {

  private final double[] s;
  private final double[] gradient;
  private final double[] left;
  private final double scale;
  private final double relative;

  KktResidual(BoundedProblem problem, KktPoint point) {
    int n = problem.size();
    double[] x = point.x();
    s = new double[n];
    problem.risk().product(x, s);
    gradient = new double[n];
    left = new double[n];
    double largest = 0;
    for (int i = 0; i < n; i++) {
      largest = Math.max(largest, Math.abs(s[i]));
      gradient[i] = s[i] - point.lambda() * problem.risk().budget(i) / x[i] + point.theta();
    }
    scale = largest;
    for (int k = 0; k < point.nu().length; k++) {
      BudgetedRisk.add(gradient, point.nu()[k], problem.rows().get(k).values());
    }
    double worst = Math.abs(BudgetedRisk.sum(x) - 1);
    for (int i = 0; i < n; i++) {
      boolean taken =
          problem.fixed(i)
              || (x[i] == problem.upper(i) && gradient[i] <= 0)
              || (x[i] == problem.lower(i) && gradient[i] >= 0);
      left[i] = taken ? 0 : gradient[i];
      double outside = Math.max(problem.lower(i) - x[i], x[i] - problem.upper(i));
      worst = worse(worst, Math.abs(left[i]) / scale, outside);
    }
    for (int k = 0; k < point.nu().length; k++) {
      ScaledRow row = problem.rows().get(k);
      double excess = row.times(x) - row.limit();
      double nu = point.nu()[k] / scale;
      worst =
          row.equality()
              ? worse(worst, Math.abs(excess), Math.abs(excess))
              : worse(worst, Math.max(excess, -nu), Math.abs(nu * excess));
    }
    if (problem.scaled()) {
      worst = worse(worst, Math.abs(BudgetedRisk.dot(x, s) / point.lambda() - 1), 0);
    }
    relative = worst;
  }

  private static double worse(double one, double two, double three) {
    return Math.max(one, Math.max(two, three));
  }

  /** S w. */
  double[] s() {
    return s;
  }

  /** S w - lambda b / w + A' nu + theta: the bounds' multipliers with their signs turned, and what is left. */
  double[] gradient() {
    return gradient;
  }

  /** What no multiplier takes. */
  double[] left() {
    return left;
  }

  /** Largest |S w|. */
  double scale() {
    return scale;
  }

  /** The largest relative violation; NaN if the point has one. */
  double relative() {
    return relative;
  }
}
