package org.evenkeel.core.parity;

import java.util.Optional;

/**
 * A bound, after the fact, of the distance of weights from the exact solution of a {@link BoundedProblem}.
 *
 * <p>Let F(x) = S x - lambda b / x. For any covariance,
 * (F(x) - F(y))'(x - y) &gt;= lambda D^2 with D^2 = sum b_i (x_i - y_i)^2 / (x_i y_i): F is strongly monotone, and bounds
 * and rows do not matter to that. If x satisfies the optimality conditions up to a residual r, and y exactly, then
 * lambda D^2 &lt;= |r'(x - y)|. With eta^2 = sum (r_i x_i / lambda)^2 / b_i and L = eta / sqrt(min b) below one this gives
 * |y_i / x_i - 1| &lt;= L / (1 - L) for every weight, whatever binds and however weakly.
 *
 * <p>Under the scaled definition this is all, because that solution is the minimizer of a convex problem in the
 * unnormalized weights. Under Richard and Roncalli's, lambda is to be found, too: the bound above is taken at lambda
 * (1 - delta) and at lambda (1 + delta), and if the sums of the weights there are on both sides of one by more than their
 * bounds, then by continuity a lambda between them has sum one. A change of lambda by a part of delta is a residual of
 * delta lambda b / x, so its solution is within the sum of both bounds.
 * Where the binding constraints fix the sum by themselves, no change of lambda moves it, and the first bound is all.
 *
 * <p>Limits of rows are met up to rounding only, so the bound is one for limits moved by as much.
 */
final class WeightErrorBound {

  private static final double LARGEST_DELTA = 1e-5;

  /** Steps of Newton's method from a lambda to one near it; the set of binding constraints may change meanwhile. */
  private static final int STEPS = 3;

  private WeightErrorBound() {}

  /** The largest relative error of a weight that the residual eta allows; infinite if it proves nothing. */
  static double relative(double eta, double leastBudget) {
    double l = eta / StrictMath.sqrt(leastBudget);
    return l < 1 ? l / (1 - l) : Double.POSITIVE_INFINITY;
  }

  /** The bound for a point; infinite where nothing could be proved. */
  static double of(BoundedProblem problem, KktPoint point) {
    double here = atLambda(problem, point);
    double rounding = problem.size() * 0x1p-52;
    if (problem.scaled()) {
      return here < 1 ? 2 * here / (1 - here) + rounding : Double.POSITIVE_INFINITY;
    }
    if (sumIsFixed(problem, point)) {
      return here + rounding;
    }
    for (double delta = Math.max(1e-14, 2 * here); delta <= LARGEST_DELTA; delta *= 8) {
      if (side(problem, point, -delta) * side(problem, point, delta) <= 0) {
        double ofLambda = relative(delta / (1 - delta), leastBudget(problem));
        return here + ofLambda + here * ofLambda + rounding;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  private static boolean sumIsFixed(BoundedProblem problem, KktPoint point) {
    KktResidual residual = new KktResidual(problem, point);
    ActiveSet active = new ActiveSet(problem, point, residual.gradient(), false);
    return active.fixTheSum(problem, point.x());
  }

  /**
   * Where the sum of the exact weights at a changed lambda is: 1 above one, -1 below one, 0 if it is fixed there, NaN if
   * that is not certain.
   */
  private static double side(BoundedProblem problem, KktPoint point, double delta) {
    KktPoint changed =
        new KktPoint(point.x(), point.lambda() * (1 + delta), 0, point.nu(), point.iterations());
    for (int step = 0; step < STEPS; step++) {
      Optional<KktPoint> next = ActiveSetNewton.stepAtLambda(problem, changed);
      if (next.isEmpty()) {
        return Double.NaN;
      }
      changed = next.get().within(problem);
    }
    double sum = BudgetedRisk.sum(changed.x());
    if (sumIsFixed(problem, changed)) {
      return Math.abs(sum - 1) <= Vertex.rounding(problem.size()) ? 0 : Double.NaN;
    }
    double uncertain = sum * (atLambda(problem, changed) + problem.size() * 0x1p-52);
    return Math.abs(sum - 1) > uncertain ? Math.signum(sum - 1) : Double.NaN;
  }

  /** The bound of the relative distance from the exact solution at the point's own lambda. */
  private static double atLambda(BoundedProblem problem, KktPoint point) {
    KktResidual residual = new KktResidual(problem, point);
    double squares = 0;
    for (int i = 0; i < problem.size(); i++) {
      double part = residual.left()[i] * point.x()[i] / point.lambda();
      squares += part * part / problem.risk().budget(i);
    }
    double gap = 0;
    for (int k = 0; k < point.nu().length; k++) {
      ScaledRow row = problem.rows().get(k);
      double excess = row.times(point.x()) - row.limit();
      boolean met = Math.abs(excess) <= problem.size() * 0x1p-48;
      boolean wrong = excess > 0 || row.equality();
      boolean wrongSign = !row.equality() && point.nu()[k] < 0;
      if ((wrong && !met) || wrongSign) {
        return Double.POSITIVE_INFINITY;
      }
      gap += met ? 0 : point.nu()[k] * -excess;
    }
    double eta = StrictMath.sqrt(squares) + StrictMath.sqrt(gap / point.lambda());
    return relative(eta, leastBudget(problem));
  }

  private static double leastBudget(BoundedProblem problem) {
    double least = 1;
    for (int i = 0; i < problem.size(); i++) {
      least = Math.min(least, problem.risk().budget(i));
    }
    return least;
  }
}
