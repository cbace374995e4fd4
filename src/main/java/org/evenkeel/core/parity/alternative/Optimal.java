package org.evenkeel.core.parity.alternative;

import java.util.Arrays;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.parity.linear.Vectors;

/**
 * The two long-only portfolios that are optimal in something: least variance, most diversification.
 *
 * <p>Both are solved exactly by an active set in correlation units, so that units and volatility ratios do not matter,
 * and both carry a proof: the violation of the optimality conditions, and the gap that weak duality leaves.
 * With y'Cy scaled to y with c'y = 1, convexity gives v'Cv >= 2 m - y'Cy for every other v, with m the smallest
 * (Cy)_i / c_i; so the relative gap is 2 (1 - m / y'Cy).
 *
 * <p>Of sleeves that are exact copies only one is held: the optimum is not unique then.
 */
public final class Optimal {

  /** Violation of the optimality conditions above which nothing is returned. */
  private static final double ACCEPTED = 1e-8;

  private Optimal() {}

  /** The long-only weights of least variance (Markowitz 1952). */
  public static Result<ProvenWeights> minimumVariance(double[][] covariance) {
    double[] volatility = Vectors.rootsOfDiagonal(covariance);
    double least = Double.POSITIVE_INFINITY;
    for (double value : volatility) {
      least = Math.min(least, value);
    }
    double[] linear = new double[volatility.length];
    for (int i = 0; i < linear.length; i++) {
      linear[i] = least / volatility[i];
    }
    return solve(covariance, linear);
  }

  /**
   * The long-only weights with the largest ratio of average volatility to the portfolio's volatility (Choueifaty and
   * Coignard, "Toward maximum diversification", 2008).
   */
  public static Result<ProvenWeights> maximumDiversification(double[][] covariance) {
    double[] linear = new double[covariance.length];
    Arrays.fill(linear, 1);
    return solve(covariance, linear);
  }

  private static Result<ProvenWeights> solve(double[][] covariance, double[] linear) {
    double[][] correlation = Vectors.correlation(covariance);
    return LongOnlyQuadratic.minimize(correlation, linear)
        .then(y -> proven(covariance, correlation, linear, y));
  }

  private static Result<ProvenWeights> proven(
      double[][] covariance, double[][] correlation, double[] linear, double[] y) {
    double residual = LongOnlyQuadratic.residual(correlation, linear, y);
    if (!(residual <= ACCEPTED)) {
      return Result.refused(
          RefusalReason.SOLVER_UNCERTIFIED,
          "the optimality conditions are violated by "
              + residual
              + ", accepted are "
              + ACCEPTED
              + ": the correlations are too near to singular");
    }
    double[] s = Vectors.product(correlation, y);
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < y.length; i++) {
      least = Math.min(least, s[i] / linear[i]);
    }
    double price = Vectors.dot(y, s) / Vectors.dot(linear, y);
    double gap = Math.max(0, 2 * (1 - least / price));
    double[] volatility = Vectors.rootsOfDiagonal(covariance);
    double[] weights = new double[y.length];
    int held = 0;
    for (int i = 0; i < y.length; i++) {
      weights[i] = y[i] / volatility[i];
      held += y[i] > 0 ? 1 : 0;
    }
    return Result.ok(
        new ProvenWeights(Vectors.list(Vectors.normalized(weights)), residual, gap, held));
  }
}
