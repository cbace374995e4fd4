package org.evenkeel.core.parity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.SleeveId;

/**
 * The proof that Richard and Roncalli's problem has no solution although weights satisfy all constraints: for no lambda
 * do its weights sum to one.
 *
 * <p>Let G(w, lambda) = w'Sw / 2 - lambda sum b log w, and m(lambda) its least value over weights within the constraints
 * that sum to one. A y within bounds and rows, whatever its sum, with G(y, lambda) below m(lambda) proves that the
 * minimizer for that lambda does not sum to one. G is linear in lambda and m concave, so a y that does so for two lambdas
 * does so for all between; and for all below, or above, if it has less risk, or a larger sum b log y, than anything that
 * sums to one. So all lambdas are covered by a few intervals, each with its y; lower bounds of m come from duality.
 *
 * <p>An example is a large smallest weight of one of two sleeves that hedge each other: the second is best far above what
 * is left to one.
 */
final class NoLambda {

  /** Powers of two around the variance beyond which lambda is as good as zero or infinite. */
  private static final double FAR = 20;

  /** How often an interval is halved before the proof is given up. */
  private static final int DEPTH = 9;

  private static final double SOLVED = 1e-9;

  private final BoundedProblem problem;
  private final double unitLambda;
  private final double[] guess;
  private final SortedMap<Double, Double> least = new TreeMap<>();
  private final SortedMap<Double, double[]> witnesses = new TreeMap<>();

  private NoLambda(BoundedProblem problem, double[] guess) {
    this.problem = problem;
    this.guess = guess;
    this.unitLambda = variance(guess);
  }

  /** The refusal with its proof; empty if there is none. */
  static Optional<Refusal> refusal(List<SleeveId> sleeves, BoundedProblem problem, double[] guess) {
    NoLambda search = new NoLambda(problem, guess);
    return search.tails() && search.excludes(-FAR, FAR, 0)
        ? Optional.of(search.refusal(sleeves))
        : Optional.empty();
  }

  private boolean tails() {
    double[] small = weights(-FAR);
    double[] large = weights(FAR);
    return isWithin(small)
        && isWithin(large)
        && variance(small) / 2 < leastHalfVariance()
        && beats(small, -FAR)
        && balance(large) > bestBalance()
        && beats(large, FAR);
  }

  private boolean excludes(double from, double to, int depth) {
    double middle = (from + to) / 2;
    double[] y = weights(middle);
    if (isWithin(y) && beats(y, from) && beats(y, to)) {
      witnesses.put(Math.abs(BudgetedRisk.sum(y) - 1), y);
      return true;
    }
    return depth < DEPTH && excludes(from, middle, depth + 1) && excludes(middle, to, depth + 1);
  }

  private double lambda(double power) {
    return unitLambda * StrictMath.pow(2, power);
  }

  /** The minimizer for a lambda, whatever its sum. */
  private double[] weights(double power) {
    double[] y = InteriorPoint.solve(problem, lambda(power), false, guess).x.clone();
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.max(problem.lower(i), Math.min(problem.upper(i), y[i]));
    }
    return y;
  }

  private boolean isWithin(double[] y) {
    boolean within = true;
    for (ScaledRow row : problem.rows()) {
      double excess = row.times(y) - row.limit();
      within &= excess <= 1e-12 && (!row.equality() || excess >= -1e-12);
    }
    return within;
  }

  private boolean beats(double[] y, double power) {
    double value = variance(y) / 2 - lambda(power) * balance(y);
    double m = least.computeIfAbsent(power, this::leastValue);
    return value < m;
  }

  /** A number below m(lambda). */
  private double leastValue(double power) {
    InteriorState state = InteriorPoint.solve(problem, lambda(power), true, guess);
    double value = variance(state.x) / 2 - lambda(power) * balance(state.x);
    return value - missing(state, lambda(power)) - 1e-13 * Math.abs(value);
  }

  private double leastHalfVariance() {
    double lambda = lambda(-FAR);
    InteriorState state = InteriorPoint.solve(problem, lambda, true, guess);
    return variance(state.x) / 2 - lambda - missing(state, lambda);
  }

  /** A number above every sum b log w of weights that sum to one. */
  private double bestBalance() {
    double lambda = lambda(FAR);
    InteriorState state = InteriorPoint.solve(problem, lambda, true, guess);
    double steepest = 0;
    for (double slope : product(state.x)) {
      steepest = Math.max(steepest, Math.abs(slope));
    }
    return balance(state.x) + (missing(state, lambda) + 2 * steepest) / lambda;
  }

  /** By how much duality leaves room below the value of a state that solves the problem nearly. */
  private double missing(InteriorState state, double lambda) {
    if (!(state.error(problem, lambda, true) < SOLVED)) {
      return Double.POSITIVE_INFINITY;
    }
    double[] residual = state.dualResidual(problem);
    double worst = 0;
    for (int f = 0; f < residual.length; f++) {
      double barrier = lambda * problem.risk().budget(state.free[f]) / state.x[state.free[f]];
      worst = Math.max(worst, Math.abs(residual[f] + state.w[f] - barrier));
    }
    return state.gap() + 2 * worst;
  }

  private double[] product(double[] x) {
    double[] s = new double[x.length];
    problem.risk().product(x, s);
    return s;
  }

  private double variance(double[] x) {
    return BudgetedRisk.dot(x, product(x));
  }

  private double balance(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += problem.risk().budget(i) * StrictMath.log(x[i]);
    }
    return sum;
  }

  private Refusal refusal(List<SleeveId> sleeves) {
    double[] nearest = witnesses.values().iterator().next();
    return Refusal.of(
        RefusalReason.NO_SOLUTION,
        String.format(
            Locale.ROOT,
            "no weights of sum one are the risk-parity solution within the constraints: whatever lambda,"
                + " others within them have less risk less lambda times the sum of b log w; the nearest"
                + " of these, %s, sum to %.6g; relax the bounds that hold them,"
                + " or use the scaled definition",
            CovarianceCheck.combination(sleeves, nearest),
            BudgetedRisk.sum(nearest)));
  }
}
