package org.evenkeel.core.parity.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.evenkeel.core.parity.alternative.ReferenceMarkets;
import org.evenkeel.core.parity.factor.FactorBudgets.Answer;
import org.evenkeel.core.parity.factor.FactorBudgets.Fit;
import org.junit.jupiter.api.Test;

class FactorBudgetsTest {

  /** Two sleeves on one axis each: factor budgets are sleeve budgets, and w goes with sqrt(b) / s. */
  @Test
  void factors_that_are_the_sleeves_give_risk_parity_of_the_sleeves() {
    FactorRisk risk =
        FactorRisk.of(new double[][] {{0.04, 0}, {0, 0.36}}, identity(2)).orElseThrow();

    Answer answer = FactorBudgets.solve(risk, new double[] {0.8, 0.2}, new double[] {1, 1});

    assertThat(answer.fit()).isEqualTo(Fit.EXACT);
    assertThat(answer.weights().get(0)).isCloseTo(6.0 / 7, within(1e-12));
  }

  /**
   * Equal volatility, correlation rho: the components (1, 1) and (1, -1) have variances 1 + rho and 1 - rho, so half
   * each needs (1 + rho) y1^2 = (1 - rho) y2^2; with rho = 0.5 y2 / y1 = sqrt(3): sold short, which is not allowed.
   */
  @Test
  void a_portfolio_that_must_sell_short_is_only_fitted() {
    double r = StrictMath.sqrt(0.5);
    FactorRisk risk =
        FactorRisk.of(new double[][] {{1, 0.5}, {0.5, 1}}, new double[][] {{r, r}, {r, -r}})
            .orElseThrow();

    Answer answer = FactorBudgets.solve(risk, new double[] {0.5, 0.5}, new double[] {1, 0.9});

    // The best long-only portfolio holds one sleeve, with y1 = y2: shares 0.75 and 0.25.
    assertThat(answer.fit()).isEqualTo(Fit.LEAST_SQUARES);
    assertThat(answer.residual()).isCloseTo(0.25, within(1e-6));
    assertThat(answer.weights().get(0)).isCloseTo(1, within(1e-6));
    assertThat(answer.shares().get(0)).isCloseTo(0.75, within(1e-6));
  }

  @Test
  void a_share_that_long_only_weights_can_reach_is_met_exactly() {
    double r = StrictMath.sqrt(0.5);
    FactorRisk risk =
        FactorRisk.of(new double[][] {{1, 0.5}, {0.5, 1}}, new double[][] {{r, r}, {r, -r}})
            .orElseThrow();

    Answer answer = FactorBudgets.solve(risk, new double[] {0.9, 0.1}, new double[] {1, 0.9});

    // 1.5 y1^2 = 9 * 0.5 y2^2, so (y2 / y1)^2 = 1 / 3, and w1 / w2 = (y1 + y2) / (y1 - y2).
    double ratio = StrictMath.sqrt(1.0 / 3);
    assertThat(answer.fit()).isEqualTo(Fit.EXACT);
    assertThat(answer.weights().get(0)).isCloseTo((1 + ratio) / 2, within(1e-9));
  }

  @Property(tries = 40)
  void the_shares_of_a_real_portfolio_can_be_asked_for_again(
      @ForAll @IntRange(min = 3, max = 15) int n,
      @ForAll @IntRange(min = 1, max = 2) int factors,
      @ForAll long seed) {
    double[][] covariance = ReferenceMarkets.random(n, seed);
    double[][] loadings = new double[factors][n];
    for (int i = 0; i < n; i++) {
      loadings[0][i] = StrictMath.sqrt(covariance[i][i]);
      if (factors == 2) {
        loadings[1][i] = (i % 2 == 0 ? 0.5 : -0.4) * StrictMath.sqrt(covariance[i][i]);
      }
    }
    FactorRisk risk = FactorRisk.of(covariance, loadings).orElseThrow();
    double[] start = new double[n];
    double[] goal = new double[n];
    for (int i = 0; i < n; i++) {
      start[i] = 1 / StrictMath.sqrt(covariance[i][i]);
      goal[i] = start[i] * (1 + 0.2 * (i % 3 - 1));
    }
    double[] wanted = risk.shares(goal);

    Answer answer = FactorBudgets.solve(risk, wanted, start);

    assertThat(answer.fit()).isEqualTo(Fit.EXACT);
    assertThat(answer.weights()).allMatch(weight -> weight >= 0);
    double[] reached = risk.shares(answer.weights().stream().mapToDouble(w -> w).toArray());
    assertThat(reached).containsExactly(wanted, within(1e-9));
  }

  @Test
  void shares_of_all_factors_and_of_none_sum_to_one() {
    double[][] covariance = ReferenceMarkets.six();
    double[] x = {1, 2, 3, 1, 2, 3};

    assertThat(Arrays.stream(FactorRisk.of(covariance, identity(6)).orElseThrow().shares(x)).sum())
        .isCloseTo(1, within(1e-13));
  }

  @Test
  void dependent_factors_have_no_decomposition() {
    assertThat(FactorRisk.of(ReferenceMarkets.six(), new double[][] {ones(6), ones(6)})).isEmpty();
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static double[][] identity(int n) {
    double[][] identity = new double[n][n];
    for (int i = 0; i < n; i++) {
      identity[i][i] = 1;
    }
    return identity;
  }
}
