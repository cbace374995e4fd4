package org.evenkeel.core.parity.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.junit.jupiter.api.Test;

class CuttingPlanesTest {

  /** Solved as conic programs by cvxpy 1.x with Clarabel, which reached six to eight digits. */
  @Test
  void expected_shortfall_budgets_agree_with_a_conic_solver() {
    double[] budgets = {0.5, 0.3, 0.2};

    assertThat(weights(new ExpectedShortfall(Scenarios.FORTY, 0.9), budgets))
        .containsExactly(
            new double[] {0.42631648120350996, 0.15508034316163857, 0.41860317563485144},
            within(1e-6));
    assertThat(weights(new ExpectedShortfall(Scenarios.FORTY, 0.87), budgets))
        .as("a tail of 5.2 bars")
        .containsExactly(
            new double[] {0.4661822640763334, 0.16893668112087182, 0.3648810548027948},
            within(1e-6));
    assertThat(weights(new ExpectedShortfall(Scenarios.FORTY, 0.95), budgets))
        .containsExactly(
            new double[] {0.40994175181655856, 0.2262237269600267, 0.3638345212234147},
            within(1e-6));
  }

  @Test
  void drawdown_budgets_agree_with_a_conic_solver() {
    double[] budgets = {0.5, 0.3, 0.2};

    assertThat(weights(new Drawdown(Scenarios.FORTY, 0.9), budgets))
        .containsExactly(
            new double[] {0.5987502707135337, 0.1966129731554371, 0.2046367561310291},
            within(1e-6));
    assertThat(weights(new Drawdown(Scenarios.FORTY, 0.87), budgets))
        .containsExactly(
            new double[] {0.5887272356562241, 0.16279212535093146, 0.24848063899284448},
            within(1e-6));
  }

  @Property(tries = 40)
  void two_sleeves_agree_with_a_search_over_all_mixtures(
      @ForAll @DoubleRange(min = 0.05, max = 0.95) double budget, @ForAll long seed) {
    double[][] rows = Scenarios.random(60, 2, seed);
    // Along w = (t, 1 - t) the best scale is known, and log R(w) - sum b log w remains to be
    // minimized.
    double left = 0;
    double right = 1;
    for (int step = 0; step < 200; step++) {
      double one = left + (right - left) / 3;
      double two = right - (right - left) / 3;
      if (merit(rows, one, budget) < merit(rows, two, budget)) {
        right = two;
      } else {
        left = one;
      }
    }

    double found = weights(new ExpectedShortfall(rows, 0.9), budget, 1 - budget)[0];

    assertThat(found).isCloseTo((left + right) / 2, within(1e-6));
  }

  private static double merit(double[][] rows, double t, double budget) {
    return StrictMath.log(Scenarios.shortfall(rows, new double[] {t, 1 - t}, 0.9))
        - budget * StrictMath.log(t)
        - (1 - budget) * StrictMath.log(1 - t);
  }

  /** Sleeves that only ever move together add up their risks, so each gets its budget over its own risk. */
  @Property(tries = 50)
  void sleeves_that_move_together_share_by_their_own_risk(
      @ForAll @IntRange(min = 1, max = 8) int n, @ForAll long seed) {
    double[][] common = Scenarios.random(100, 1, seed);
    double[] size = new double[n];
    double[] budgets = Scenarios.budgets(n, seed);
    double[][] rows = new double[100][n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      size[i] = 0.1 + i;
      sum += budgets[i] / size[i];
      for (int t = 0; t < 100; t++) {
        rows[t][i] = size[i] * common[t][0];
      }
    }
    double[] shortfall = weights(new ExpectedShortfall(rows, 0.95), budgets);
    double[] drawdown = weights(new Drawdown(rows, 0.95), budgets);
    for (int i = 0; i < n; i++) {
      assertThat(shortfall[i]).isCloseTo(budgets[i] / size[i] / sum, within(1e-9));
      assertThat(drawdown[i]).isCloseTo(budgets[i] / size[i] / sum, within(1e-9));
    }
  }

  @Property(tries = 40)
  void the_gap_is_true_no_portfolio_nearby_is_better(
      @ForAll @IntRange(min = 2, max = 12) int n, @ForAll long seed) {
    double[][] rows = Scenarios.random(120, n, seed);
    double[] budgets = Scenarios.budgets(n, seed);
    MeasuredWeights found =
        CuttingPlanes.solve(new ExpectedShortfall(rows, 0.93), budgets, Accuracy.standard())
            .orThrow();
    double[] best = array(found);
    assertThat(found.risk()).isCloseTo(Scenarios.shortfall(rows, best, 0.93), within(1e-15));
    double merit = merit(rows, best, budgets);
    Random random = new Random(seed);
    for (int attempt = 0; attempt < 50; attempt++) {
      double[] other = best.clone();
      for (int i = 0; i < n; i++) {
        other[i] *= StrictMath.exp(StrictMath.pow(10, -1 - attempt % 5) * random.nextGaussian());
      }
      assertThat(merit(rows, other, budgets)).isGreaterThanOrEqualTo(merit - found.gap() - 1e-13);
    }
  }

  private static double merit(double[][] rows, double[] weights, double[] budgets) {
    double value = StrictMath.log(Scenarios.shortfall(rows, weights, 0.93));
    for (int i = 0; i < weights.length; i++) {
      value -= budgets[i] * StrictMath.log(weights[i]);
    }
    return value;
  }

  @Property(tries = 30)
  void order_and_units_of_the_sleeves_do_not_matter(
      @ForAll @IntRange(min = 2, max = 8) int n, @ForAll long seed) {
    double[][] rows = Scenarios.random(80, n, seed);
    double[] budgets = Scenarios.budgets(n, seed);
    double[][] turned = new double[80][n];
    double[] turnedBudgets = new double[n];
    double[] unit = new double[n];
    for (int i = 0; i < n; i++) {
      unit[i] = StrictMath.pow(10, i % 5 - 2);
      turnedBudgets[i] = budgets[n - 1 - i];
      for (int t = 0; t < 80; t++) {
        turned[t][i] = rows[t][n - 1 - i] * unit[i];
      }
    }
    double[] one = weights(new Drawdown(rows, 0.9), budgets);
    double[] two = weights(new Drawdown(turned, 0.9), turnedBudgets);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += two[i] * unit[i];
    }
    for (int i = 0; i < n; i++) {
      assertThat(two[i] * unit[i] / sum / one[n - 1 - i]).isCloseTo(1, within(1e-4));
    }
  }

  @Test
  void bars_that_happen_twice_change_nothing() {
    double[][] twice = new double[80][];
    for (int t = 0; t < 80; t++) {
      twice[t] = Scenarios.FORTY[t / 2];
    }
    double[] budgets = {0.2, 0.3, 0.5};

    assertThat(weights(new ExpectedShortfall(twice, 0.9), budgets))
        .containsExactly(
            weights(new ExpectedShortfall(Scenarios.FORTY, 0.9), budgets), within(1e-7));
  }

  @Test
  void a_sleeve_that_gained_even_in_its_worst_bars_is_refused() {
    double[][] rows = {{0.01, -0.02}, {0.02, 0.01}, {0.01, 0.03}, {0.03, -0.01}};

    assertThat(refusal(new ExpectedShortfall(rows, 0.5))).isEqualTo(RefusalReason.NO_SOLUTION);
    assertThat(refusal(new Drawdown(rows, 0.5))).isEqualTo(RefusalReason.NO_SOLUTION);
  }

  @Test
  void a_hedge_without_losses_is_refused() {
    double[][] rows = new double[50][3];
    Random random = new Random(3);
    for (double[] row : rows) {
      row[0] = random.nextGaussian();
      row[1] = -2 * row[0];
      row[2] = random.nextGaussian();
    }

    assertThat(refusal(new ExpectedShortfall(rows, 0.9))).isEqualTo(RefusalReason.NO_SOLUTION);
  }

  @Test
  void too_few_linear_bounds_are_an_admitted_failure() {
    CoherentRisk risk = new ExpectedShortfall(Scenarios.random(200, 12, 1), 0.95);
    double[] budgets = new double[12];
    Arrays.fill(budgets, 1.0 / 12);

    Result<MeasuredWeights> result =
        CuttingPlanes.solve(risk, budgets, new Accuracy(1e-10, 1e-8, 14));

    assertThat(((Result.Refused<MeasuredWeights>) result).refusal().reason())
        .isEqualTo(RefusalReason.SOLVER_UNCERTIFIED);
  }

  private static RefusalReason refusal(CoherentRisk risk) {
    double[] budgets = new double[risk.size()];
    Arrays.fill(budgets, 1.0 / risk.size());
    Result<MeasuredWeights> result = CuttingPlanes.solve(risk, budgets, Accuracy.standard());
    assertThat(result).isInstanceOf(Result.Refused.class);
    return ((Result.Refused<MeasuredWeights>) result).refusal().reason();
  }

  private static double[] weights(CoherentRisk risk, double... budgets) {
    MeasuredWeights found = CuttingPlanes.solve(risk, budgets, Accuracy.standard()).orThrow();
    assertThat(found.gap()).isBetween(0.0, 1e-8);
    return array(found);
  }

  private static double[] array(MeasuredWeights found) {
    return found.weights().stream().mapToDouble(w -> w).toArray();
  }
}
