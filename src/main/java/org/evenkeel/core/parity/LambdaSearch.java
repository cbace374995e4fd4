package org.evenkeel.core.parity;

import java.util.Optional;

/**
 * The search for lambda by solving the convex problem of one lambda after another with {@link InteriorPoint}.
 *
 * <p>Slow and sure, for where {@link ActiveSetNewton} cycles: the solution is a continuous function of lambda, so a change
 * of sign is a solution. What must vanish is, for Richard and Roncalli's definition, the sum of the weights less one,
 * and, for the scaled one, the logarithm of lambda over the variance of the weights with sum one.
 */
final class LambdaSearch {

  /** The widest that lambda is searched, as a power of two around the first guess. */
  private static final int WIDEST = 60;

  private static final int MAX_STEPS = 60;

  /** Near enough for Newton's method. */
  private static final double NEAR = 1e-9;

  private LambdaSearch() {}

  /** The nearest point: where there was no change of sign, one for a lambda far off. */
  static KktPoint solve(BoundedProblem problem, double guess, double[] weights) {
    Sample middle = sample(problem, StrictMath.log(guess), weights);
    int iterations = middle.state.iterations;
    Optional<Sample> other = Optional.empty();
    Sample last = middle;
    double direction = middle.mismatch < 0 ? 1 : -1;
    for (double reach = 1; reach <= WIDEST && other.isEmpty(); reach *= 2) {
      double logarithm = middle.logarithm + direction * reach * StrictMath.log(2);
      Sample next = sample(problem, logarithm, weights);
      iterations += next.state.iterations;
      if (next.mismatch * middle.mismatch <= 0) {
        other = Optional.of(next);
      } else {
        last = next;
      }
    }
    if (other.isEmpty()) {
      return last.point(iterations);
    }
    return between(problem, last, other.get(), weights, iterations);
  }

  /** The method of Illinois: regula falsi that halves the value at an end that stays. */
  private static KktPoint between(
      BoundedProblem problem, Sample one, Sample other, double[] weights, int before) {
    int iterations = before;
    Sample a = one;
    Sample b = other;
    double valueA = a.mismatch;
    double valueB = b.mismatch;
    for (int step = 0; step < MAX_STEPS && Math.abs(valueB) > NEAR; step++) {
      double middle = (a.logarithm * valueB - b.logarithm * valueA) / (valueB - valueA);
      Sample next = sample(problem, middle, weights);
      iterations += next.state.iterations;
      if (next.mismatch * valueB < 0) {
        a = b;
        valueA = valueB;
      } else {
        valueA /= 2;
      }
      b = next;
      valueB = next.mismatch;
    }
    return b.point(iterations);
  }

  private static Sample sample(BoundedProblem problem, double logarithm, double[] weights) {
    double lambda = StrictMath.exp(logarithm);
    InteriorState state = InteriorPoint.solve(problem, lambda, problem.scaled(), weights);
    double mismatch = BudgetedRisk.sum(state.x) - 1;
    if (problem.scaled()) {
      double[] s = new double[problem.size()];
      problem.risk().product(state.x, s);
      mismatch = logarithm - StrictMath.log(BudgetedRisk.dot(state.x, s));
    }
    return new Sample(logarithm, mismatch, state);
  }

  /** The solution at one lambda. */
  private static final class Sample {

    private final double logarithm;
    private final double mismatch;
    private final InteriorState state;

    Sample(double logarithm, double mismatch, InteriorState state) {
      this.logarithm = logarithm;
      this.mismatch = mismatch;
      this.state = state;
    }

    KktPoint point(int iterations) {
      KktPoint found = state.point(StrictMath.exp(logarithm));
      return new KktPoint(found.x(), found.lambda(), found.theta(), found.nu(), iterations);
    }
  }
}
