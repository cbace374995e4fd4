package org.evenkeel.core.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;

class RiskParityPropertyTest {

  private static final ParitySettings EXACT = new ParitySettings(0.2, 2, 1, 1e-13, 500, 1e-8);

  @Property(tries = 400)
  void risk_contributions_are_the_budgets(
      @ForAll @IntRange(min = 1, max = 40) int n,
      @ForAll @IntRange(min = 2, max = 5) int observationsPerSleeve,
      @ForAll @DoubleRange(max = 3) double factor,
      @ForAll long seed) {
    double[][] covariance = Problems.sample(n, n * observationsPerSleeve, factor, seed);
    double[] budgets = budgets(n, seed);

    RiskParitySolution solution = Problems.solve(covariance, budgets).orThrow();

    assertThat(Problems.worstContribution(covariance, solution.weights(), budgets))
        .isLessThan(1e-10);
    assertThat(solution.weights()).allMatch(weight -> weight > 0 && weight <= 1);
    assertThat(solution.weights().stream().mapToDouble(w -> w).sum()).isCloseTo(1, within(1e-13));
  }

  @Property(tries = 50)
  void a_covariance_of_too_few_observations_is_solved_or_refused_with_a_true_reason(
      @ForAll @IntRange(min = 3, max = 40) int n, @ForAll long seed) {
    double[][] covariance = Problems.sample(n, Math.max(2, n / 2), 0, seed);
    double[] budgets = budgets(n, seed);

    switch (Problems.solve(covariance, budgets)) {
      case Result.Ok<RiskParitySolution> ok ->
          assertThat(Problems.worstExact(covariance, ok.value().exactWeights(), budgets))
              .isLessThan(1e-10);
      case Result.Refused<RiskParitySolution> refused ->
          assertThat(refused.refusal().reason()).isEqualTo(RefusalReason.NO_SOLUTION);
    }
  }

  @Property(tries = 200)
  void units_do_not_matter(
      @ForAll @IntRange(min = 1, max = 40) int n,
      @ForAll @IntRange(min = -8, max = 8) int power,
      @ForAll long seed) {
    double[][] covariance = Problems.sample(n, 3 * n, 1, seed);
    double[][] scaled = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        scaled[i][j] = covariance[i][j] * StrictMath.pow(10, power);
      }
    }

    RiskParitySolution one = Problems.solve(EXACT, covariance, budgets(n, seed)).orThrow();
    RiskParitySolution other = Problems.solve(EXACT, scaled, budgets(n, seed)).orThrow();

    for (int i = 0; i < n; i++) {
      assertThat(other.weights().get(i) / one.weights().get(i)).isCloseTo(1, within(1e-9));
    }
  }

  @Property(tries = 200)
  void the_order_of_the_sleeves_does_not_matter(
      @ForAll @IntRange(min = 2, max = 40) int n, @ForAll long seed) {
    double[][] covariance = Problems.sample(n, 3 * n, 1, seed);
    double[] budgets = budgets(n, seed);
    double[][] reversed = new double[n][n];
    double[] reversedBudgets = new double[n];
    for (int i = 0; i < n; i++) {
      reversedBudgets[i] = budgets[n - 1 - i];
      for (int j = 0; j < n; j++) {
        reversed[i][j] = covariance[n - 1 - i][n - 1 - j];
      }
    }

    RiskParitySolution one = Problems.solve(EXACT, covariance, budgets).orThrow();
    RiskParitySolution other = Problems.solve(EXACT, reversed, reversedBudgets).orThrow();

    for (int i = 0; i < n; i++) {
      assertThat(other.weights().get(n - 1 - i) / one.weights().get(i)).isCloseTo(1, within(1e-9));
    }
  }

  @Property(tries = 200)
  void more_budget_is_more_risk(@ForAll @IntRange(min = 2, max = 20) int n, @ForAll long seed) {
    double[][] covariance = Problems.sample(n, 3 * n, 1, seed);
    double[] budgets = Problems.equalBudgets(n);
    budgets[0] = 3;

    RiskParitySolution solution = Problems.solve(covariance, budgets).orThrow();

    assertThat(solution.riskContributions().get(0)).isCloseTo(3.0 / (n + 2), within(1e-10));
    assertThat(solution.riskContributions().get(1)).isCloseTo(1.0 / (n + 2), within(1e-10));
  }

  private static double[] budgets(int n, long seed) {
    Random random = new Random(seed ^ 99);
    double[] budgets = new double[n];
    for (int i = 0; i < n; i++) {
      budgets[i] = StrictMath.pow(10, -2 * random.nextDouble());
    }
    return budgets;
  }
}
