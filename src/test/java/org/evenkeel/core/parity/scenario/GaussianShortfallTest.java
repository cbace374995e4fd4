package org.evenkeel.core.parity.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.parity.alternative.ReferenceMarkets;
import org.junit.jupiter.api.Test;

class GaussianShortfallTest {

  private static final double AT_95 = 2.0627128075074257;

  /** Uncorrelated: x_i (c s_i^2 x_i / sigma - m_i) = b_i; with m = 0 the weights go with sqrt(b) / s. */
  @Test
  void without_expected_returns_it_is_risk_parity_of_volatilities() {
    double[][] covariance = {{0.04, 0}, {0, 0.36}};

    double[] weights = weights(covariance, new double[2], 0.8, 0.2);

    assertThat(weights[0] / weights[1])
        .isCloseTo(StrictMath.sqrt(0.8) / 0.2 / (StrictMath.sqrt(0.2) / 0.6), within(1e-6));
  }

  @Property(tries = 100)
  void contributions_to_the_shortfall_are_the_budgets(
      @ForAll @IntRange(min = 1, max = 15) int n,
      @ForAll @DoubleRange(min = -1, max = 0.5) double sharpe,
      @ForAll long seed) {
    double[][] covariance = ReferenceMarkets.random(n, seed);
    double[] budgets = Scenarios.budgets(n, seed);
    double[] mean = new double[n];
    for (int i = 0; i < n; i++) {
      mean[i] = sharpe * StrictMath.sqrt(covariance[i][i]) / (1 + i);
    }

    double[] w = weights(covariance, mean, budgets);

    double sigma = StrictMath.sqrt(ReferenceMarkets.variance(covariance, w));
    double total = AT_95 * sigma;
    for (int i = 0; i < n; i++) {
      total -= mean[i] * w[i];
    }
    for (int i = 0; i < n; i++) {
      double s = 0;
      for (int j = 0; j < n; j++) {
        s += covariance[i][j] * w[j];
      }
      double contribution = w[i] * (AT_95 * s / sigma - mean[i]) / total;
      assertThat(contribution / budgets[i]).isCloseTo(1, within(1e-4));
    }
  }

  @Test
  void a_better_expected_return_gets_more() {
    double[][] covariance = {{0.04, 0.01}, {0.01, 0.04}};

    double[] weights = weights(covariance, new double[] {0.1, 0}, 0.5, 0.5);

    assertThat(weights[0]).isGreaterThan(0.51);
  }

  @Test
  void expected_returns_beyond_the_risk_are_refused() {
    double[][] covariance = {{0.04, 0}, {0, 0.04}};
    double[] budgets = {0.5, 0.5};

    // Each alone still has a shortfall of 2.06 * 0.2 - 0.35 = 0.06; half of each has 2.06 * 0.1414
    // - 0.35 < 0.
    Result<MeasuredWeights> result =
        GaussianShortfall.solve(
            covariance, new double[] {0.35, 0.35}, AT_95, budgets, Accuracy.standard());

    assertThat(result).isInstanceOf(Result.Refused.class);
    assertThat(((Result.Refused<MeasuredWeights>) result).refusal().reason())
        .isEqualTo(RefusalReason.NO_SOLUTION);
  }

  private static double[] weights(double[][] covariance, double[] mean, double... budgets) {
    MeasuredWeights found =
        GaussianShortfall.solve(covariance, mean, AT_95, budgets, Accuracy.standard()).orThrow();
    assertThat(found.gap()).isBetween(0.0, 1e-8);
    return found.weights().stream().mapToDouble(w -> w).toArray();
  }
}
