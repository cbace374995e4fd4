package org.evenkeel.core.parity;

import java.util.Optional;

/**
 * Newton's method on the optimality conditions of a {@link BoundedProblem} with lambda among the unknowns, and with the
 * set of binding constraints chosen anew at each step: a primal-dual active-set, or semismooth Newton, method
 * (Hintermueller, Ito, Kunisch, "The primal-dual active set strategy as a semismooth Newton method", 2003).
 *
 * <p>Near the solution it ends after finitely many steps; far from it the steps are shortened so that no weight and not
 * lambda lose more than 80 %. It may cycle; the caller has a slower method for that.
 */
final class ActiveSetNewton {

  /** Below this residual further steps only rearrange rounding. */
  private static final double EXACT = 2e-16;

  /** Steps without improvement, near the end, after which the rest is rounding. */
  private static final int PATIENCE = 2;

  private static final double NEAR = 1e-11;

  private ActiveSetNewton() {}

  /** The best point found; look at its residual. */
  static KktPoint solve(BoundedProblem problem, KktPoint start, int maxIterations) {
    KktPoint point = start;
    KktPoint best = start;
    double bestResidual = Double.POSITIVE_INFINITY;
    int bestIteration = 0;
    for (int iteration = 0; iteration <= maxIterations; iteration++) {
      KktResidual residual = new KktResidual(problem, point);
      if (!Double.isFinite(residual.relative())) {
        break;
      }
      if (residual.relative() < bestResidual) {
        bestResidual = residual.relative();
        best = point;
        bestIteration = iteration;
      }
      boolean settled = bestResidual <= NEAR && iteration - bestIteration >= PATIENCE;
      if (bestResidual <= EXACT || settled) {
        break;
      }
      Optional<KktPoint> next = step(problem, point, residual);
      if (next.isEmpty()) {
        break;
      }
      point = next.get();
    }
    return best;
  }

  private static Optional<KktPoint> step(
      BoundedProblem problem, KktPoint point, KktResidual residual) {
    ActiveSet active = new ActiveSet(problem, point, residual.gradient(), true);
    if (active.free().length == 0) {
      return Vertex.at(problem, point, active);
    }
    return new NewtonStep(problem, point, residual, active, problem.scaled() ? 2 : 1).next();
  }

  /** One step at a lambda that stays; bounds and rows are chosen anew, the sum of the weights is free. */
  static Optional<KktPoint> stepAtLambda(BoundedProblem problem, KktPoint point) {
    KktResidual residual = new KktResidual(problem, point);
    ActiveSet active = new ActiveSet(problem, point, residual.gradient(), false);
    return new NewtonStep(problem, point, residual, active, 0).next();
  }
}
