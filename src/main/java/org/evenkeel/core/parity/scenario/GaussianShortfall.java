package org.evenkeel.core.parity.scenario;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.parity.linear.PositiveDefinite;
import org.evenkeel.core.parity.linear.Vectors;

/**
 * Risk budgets under the expected shortfall of normally distributed returns, R(x) = c sqrt(x'Sx) - m'x.
 *
 * <p>With c = 2.0627 it is the shortfall at 95 %, with 2.6652 at 99 %; with m = 0 it gives the weights of volatility.
 * The risk is smooth, so Newton's method with a line search on R(x) - sum b log x finds the one solution
 * (Roncalli, "Introducing expected returns into risk parity portfolios", 2014).
 * It exists if and only if every long-only portfolio has R above zero: expected returns m that are too large for the risk
 * leave none, and the refusal names the portfolio.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class GaussianShortfall {

  private static final int MAX_STEPS = 200;

  private GaussianShortfall() {}

  /**
   * The weights; their proof is as in {@link MeasuredWeights} with the gradient as the only subgradient.
   *
   * @param covariance of the returns, positive semidefinite, with variances above zero
   * @param mean expected returns in the unit of the volatilities
   * @param factor c, above zero
   * @param budgets above zero, with sum one
   */
  public static Result<MeasuredWeights> solve(
      double[][] covariance, double[] mean, double factor, double[] budgets, Accuracy accuracy) {
    int n = budgets.length;
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      double alone = factor * StrictMath.sqrt(covariance[i][i]) - mean[i];
      if (!(alone > 0)) {
        x[i] = 1;
        return noRisk(x, alone);
      }
      x[i] = budgets[i] / alone;
    }
    for (int step = 0; step < MAX_STEPS; step++) {
      double[] s = Vectors.product(covariance, x);
      double sigma = StrictMath.sqrt(Math.max(0, Vectors.dot(x, s)));
      double risk = factor * sigma - Vectors.dot(mean, x);
      double parts = 0;
      for (int i = 0; i < n; i++) {
        parts += x[i] * (factor * StrictMath.sqrt(covariance[i][i]) + Math.abs(mean[i]));
      }
      if (!(risk > 1e-7 * parts)) {
        return noRisk(x, risk);
      }
      double[] gradient = new double[n];
      for (int i = 0; i < n; i++) {
        gradient[i] = factor * s[i] / sigma - mean[i];
      }
      double gap = gap(covariance, mean, factor, budgets, gradient);
      if (gap <= accuracy.wanted() * 1e-4
          || (step == MAX_STEPS - 1 && gap <= accuracy.accepted())) {
        return Result.ok(proven(covariance, mean, factor, budgets, gradient, Math.max(0, gap)));
      }
      Optional<double[]> next = step(covariance, mean, factor, budgets, x);
      if (next.isEmpty()) {
        return gap <= accuracy.accepted()
            ? Result.ok(proven(covariance, mean, factor, budgets, gradient, Math.max(0, gap)))
            : uncertified(gap);
      }
      x = next.get();
    }
    return uncertified(Double.NaN);
  }

  /** R(b / g) - 1, the duality gap that a gradient proves; infinite if it is not above zero everywhere. */
  private static double gap(
      double[][] covariance, double[] mean, double factor, double[] budgets, double[] gradient) {
    double[] x = new double[budgets.length];
    for (int i = 0; i < x.length; i++) {
      if (!(gradient[i] > 0)) {
        return Double.POSITIVE_INFINITY;
      }
      x[i] = budgets[i] / gradient[i];
    }
    return risk(covariance, mean, factor, x) - 1;
  }

  private static MeasuredWeights proven(
      double[][] covariance,
      double[] mean,
      double factor,
      double[] budgets,
      double[] gradient,
      double gap) {
    double[] x = new double[budgets.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = budgets[i] / gradient[i];
    }
    double[] weights = Vectors.normalized(x);
    return new MeasuredWeights(
        Vectors.list(weights),
        risk(covariance, mean, factor, weights),
        gap,
        MeasuredWeights.errorBound(gap, budgets),
        1);
  }

  /** One step of Newton's method in x / x, halved until the objective falls; empty if it cannot fall any more. */
  private static Optional<double[]> step(
      double[][] covariance, double[] mean, double factor, double[] budgets, double[] x) {
    int n = x.length;
    double[] s = Vectors.product(covariance, x);
    double sigma = StrictMath.sqrt(Vectors.dot(x, s));
    double[][] hessian = new double[n][n];
    double[] right = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double curve = covariance[i][j] / sigma - s[i] / sigma * (s[j] / sigma) / sigma;
        hessian[i][j] = factor * curve * x[i] * x[j];
      }
      hessian[i][i] += budgets[i];
      right[i] = budgets[i] - x[i] * (factor * s[i] / sigma - mean[i]);
    }
    Optional<PositiveDefinite> solver = PositiveDefinite.of(hessian, 0);
    if (solver.isEmpty()) {
      return Optional.empty();
    }
    double[] direction = solver.get().solve(right);
    double slope = Vectors.dot(right, direction);
    double now = objective(covariance, mean, factor, budgets, x);
    for (double length = 1; length > 1e-12; length /= 2) {
      double[] tried = x.clone();
      boolean positive = true;
      for (int i = 0; i < n; i++) {
        tried[i] *= 1 + length * direction[i];
        positive &= tried[i] > 0;
      }
      double rounding = 1e-14 * Math.max(1, Math.abs(now));
      if (positive
          && objective(covariance, mean, factor, budgets, tried)
              <= now - 0.1 * length * slope + rounding) {
        return Optional.of(tried);
      }
    }
    return Optional.empty();
  }

  private static double objective(
      double[][] covariance, double[] mean, double factor, double[] budgets, double[] x) {
    double value = risk(covariance, mean, factor, x);
    for (int i = 0; i < x.length; i++) {
      value -= budgets[i] * StrictMath.log(x[i]);
    }
    return value;
  }

  private static double risk(double[][] covariance, double[] mean, double factor, double[] x) {
    double variance = Vectors.dot(x, Vectors.product(covariance, x));
    return factor * StrictMath.sqrt(Math.max(0, variance)) - Vectors.dot(mean, x);
  }

  private static Result<MeasuredWeights> noRisk(double[] x, double risk) {
    return Result.refused(
        RefusalReason.NO_SOLUTION,
        String.format(
            Locale.ROOT,
            "there is no risk-budgeting portfolio: the expected returns are too large for the risk, the"
                + " long-only combination %s has an expected shortfall of %.3g",
            Arrays.toString(Vectors.normalized(x)),
            risk));
  }

  private static Result<MeasuredWeights> uncertified(double gap) {
    return Result.refused(
        RefusalReason.SOLVER_UNCERTIFIED,
        "Newton's method for the Gaussian expected shortfall stopped at a gap of " + gap);
  }
}
