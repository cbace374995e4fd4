package org.evenkeel.core.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A primal-dual interior-point method for the convex problem that a given lambda makes of a {@link BoundedProblem}:
 * min x'Sx / 2 - lambda sum b log x within bounds and rows, and with sum one if asked.
 *
 * <p>The logarithms are the complementarity products x_i w_i = lambda b_i, whose targets stay, beside those of bounds
 * and rows, whose targets go to zero; so it is a linear complementarity problem with weights, and Mehrotra's predictor
 * and corrector apply (Mehrotra, "On the implementation of a primal-dual interior point method", 1992).
 *
 * <p>It shares the linear algebra with {@link ActiveSetNewton}, but neither its guesses of what binds nor its path.
 */
final class InteriorPoint {

  private static final int MAX_ITERATIONS = 100;

  /** Iterations without improvement after which the rest is rounding. */
  private static final int PATIENCE = 4;

  /** Iterations that a start far away may need before it improves on anything. */
  private static final int SETTLING = 20;

  private static final double EXACT = 1e-15;

  private InteriorPoint() {}

  /**
   * The best state found; look at its error.
   *
   * @param withSum whether the weights must sum to one, with a multiplier for that
   */
  static InteriorState solve(
      BoundedProblem problem, double lambda, boolean withSum, double[] guess) {
    List<Integer> inside = new ArrayList<>();
    for (int i = 0; i < problem.size(); i++) {
      if (!problem.fixed(i)) {
        inside.add(i);
      }
    }
    int[] free = inside.stream().mapToInt(i -> i).toArray();
    InteriorState state = InteriorState.start(problem, free, lambda, guess);
    InteriorState best = state;
    double bestError = Double.POSITIVE_INFINITY;
    int bestIteration = 0;
    for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
      double error = state.error(problem, lambda, withSum);
      if (error < bestError) {
        bestError = error;
        bestIteration = iteration;
        best = state;
      }
      boolean settled =
          iteration - bestIteration >= PATIENCE && (bestError < 1e-9 || iteration > SETTLING);
      if (bestError < EXACT || settled || Double.isNaN(error) || free.length == 0) {
        break;
      }
      Optional<InteriorState> next = next(problem, lambda, withSum, state);
      if (next.isEmpty()) {
        break;
      }
      state = next.get();
    }
    return best;
  }

  /** The state after one predictor and corrector; empty if the numbers have broken down. */
  private static Optional<InteriorState> next(
      BoundedProblem problem, double lambda, boolean withSum, InteriorState state) {
    double[] diagonal = new double[state.free.length];
    for (int f = 0; f < diagonal.length; f++) {
      diagonal[f] =
          state.w[f] / state.x[state.free[f]]
              + state.zLower[f] / state.slackLower[f]
              + state.zUpper[f] / state.slackUpper[f];
    }
    BorderedSystem system = new BorderedSystem(problem.risk(), state.free, diagonal);
    if (!system.isUsable()) {
      return Optional.empty();
    }
    double gap = state.gap();
    double average = gap / state.pairs(problem.rows());
    InteriorStep predictor = new InteriorStep(state, problem, lambda, withSum, system, 0, null);
    double ratio = Math.min(1, predictor.after(predictor.longest()).gap() / gap);
    double target = average * ratio * ratio * ratio;
    InteriorStep step =
        new InteriorStep(state, problem, lambda, withSum, system, target, predictor);
    double reach = step.longest();
    if (reach < 0.1) {
      step = new InteriorStep(state, problem, lambda, withSum, system, average, null);
      reach = step.longest();
    }
    return Optional.of(step.after(reach == 1 ? 1 : 0.99 * reach));
  }
}
