package org.evenkeel.core.parity;

import java.util.List;

/**
 * The unknowns of {@link InteriorPoint}: weights, slacks and multipliers, all but theta and the multipliers of equalities
 * above zero.
 *
 * <p>The arrays of weights' multipliers and slacks are indexed by position among the weights that are not fixed. A weight
 * whose lower bound is zero has no multiplier for it: the logarithm keeps it above.
 * Used within this package only; nobody writes to the arrays.
 */
final class InteriorState {

  final double[] x;
  final double[] w;
  final double[] slackLower;
  final double[] zLower;
  final double[] slackUpper;
  final double[] zUpper;
  final double[] slackRow;
  final double[] nu;
  final double theta;
  final int[] free;
  final int iterations;

  InteriorState(
      double[] x,
      double[][] perWeight,
      double[][] perRow,
      double theta,
      int[] free,
      int iterations) {
    this.x = x;
    this.w = perWeight[0];
    this.slackLower = perWeight[1];
    this.zLower = perWeight[2];
    this.slackUpper = perWeight[3];
    this.zUpper = perWeight[4];
    this.slackRow = perRow[0];
    this.nu = perRow[1];
    this.theta = theta;
    this.free = free;
    this.iterations = iterations;
  }

  /** The guess, moved inside the bounds, with all complementarity products of the size of a sleeve's part of the variance. */
  static InteriorState start(BoundedProblem problem, int[] free, double lambda, double[] guess) {
    int n = problem.size();
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      double room = problem.upper(i) - problem.lower(i);
      double inside = Math.min(problem.upper(i) - 0.1 * room, problem.lower(i) + room / 2);
      x[i] =
          problem.fixed(i)
              ? problem.upper(i)
              : Math.max(problem.lower(i) + 0.05 * room, Math.min(inside, guess[i]));
    }
    double[] s = new double[n];
    problem.risk().product(x, s);
    double product = Math.max(lambda, BudgetedRisk.dot(x, s)) / n;
    double[][] perWeight = new double[5][free.length];
    for (int f = 0; f < free.length; f++) {
      int i = free[f];
      perWeight[0][f] = lambda * problem.risk().budget(i) / x[i];
      boolean bounded = problem.lower(i) > 0;
      perWeight[1][f] = bounded ? x[i] - problem.lower(i) : 1;
      perWeight[2][f] = bounded ? product / perWeight[1][f] : 0;
      perWeight[3][f] = problem.upper(i) - x[i];
      perWeight[4][f] = product / perWeight[3][f];
    }
    List<ScaledRow> rows = problem.rows();
    double[][] perRow = new double[2][rows.size()];
    for (int k = 0; k < rows.size(); k++) {
      boolean equality = rows.get(k).equality();
      perRow[0][k] = equality ? 0 : Math.max(0.1, rows.get(k).limit() - rows.get(k).times(x));
      perRow[1][k] = equality ? 0 : product / perRow[0][k];
    }
    return new InteriorState(x, perWeight, perRow, 0, free, 0);
  }

  /** S x - w + A' nu - z_lower + z_upper + theta on the free weights. */
  double[] dualResidual(BoundedProblem problem) {
    double[] s = new double[x.length];
    problem.risk().product(x, s);
    for (int k = 0; k < nu.length; k++) {
      BudgetedRisk.add(s, nu[k], problem.rows().get(k).values());
    }
    double[] residual = new double[free.length];
    for (int f = 0; f < free.length; f++) {
      residual[f] = s[free[f]] - w[f] - zLower[f] + zUpper[f] + theta;
    }
    return residual;
  }

  /** The sum of the complementarity products whose targets are zero. */
  double gap() {
    return BudgetedRisk.dot(slackLower, zLower)
        + BudgetedRisk.dot(slackUpper, zUpper)
        + BudgetedRisk.dot(slackRow, nu);
  }

  /** How many complementarity products have zero as their target. */
  int pairs(List<ScaledRow> rows) {
    int pairs = free.length;
    for (double z : zLower) {
      pairs += z > 0 ? 1 : 0;
    }
    for (ScaledRow row : rows) {
      pairs += row.equality() ? 0 : 1;
    }
    return pairs;
  }

  /** The largest relative violation of anything. */
  double error(BoundedProblem problem, double lambda, boolean withSum) {
    double[] residual = dualResidual(problem);
    double scale = Double.MIN_NORMAL;
    double worst = gap() / lambda;
    for (int f = 0; f < free.length; f++) {
      scale = Math.max(scale, Math.abs(w[f]));
      double product = x[free[f]] * w[f] / (lambda * problem.risk().budget(free[f]));
      worst = Math.max(worst, Math.abs(product - 1));
    }
    for (double left : residual) {
      worst = Math.max(worst, Math.abs(left) / scale);
    }
    for (int k = 0; k < nu.length; k++) {
      ScaledRow row = problem.rows().get(k);
      worst = Math.max(worst, Math.abs(row.times(x) + slackRow[k] - row.limit()));
    }
    if (withSum) {
      worst = Math.max(worst, Math.abs(BudgetedRisk.sum(x) - 1));
    }
    return worst;
  }

  /**
   * A bound of the relative distance of any weight from its exact value for this lambda; infinite where there is none.
   *
   * <p>See {@link WeightErrorBound}; the complementarity that is left enters as lambda D^2 &lt;= |r' d| + gap.
   */
  double errorBound(BoundedProblem problem, double lambda) {
    double[] residual = dualResidual(problem);
    double squares = 0;
    double least = 1;
    for (int f = 0; f < free.length; f++) {
      double budget = problem.risk().budget(free[f]);
      double part = (residual[f] + w[f]) * x[free[f]] / lambda - budget;
      squares += part * part / budget;
      least = Math.min(least, budget);
    }
    return WeightErrorBound.relative(
        StrictMath.sqrt(squares) + StrictMath.sqrt(gap() / lambda), least);
  }

  KktPoint point(double lambda) {
    return new KktPoint(x.clone(), lambda, theta, nu.clone(), iterations);
  }
}
