package org.evenkeel.core.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.parity.ActiveConstraint.Kind;
import org.evenkeel.core.parity.ParityConstraints.Definition;
import org.junit.jupiter.api.Test;

class BoundedParityPropertyTest {

  @Property(tries = 150)
  void the_conditions_of_optimality_hold_as_computed_here(
      @ForAll @IntRange(min = 2, max = 25) int n, @ForAll long seed) {
    Random random = new Random(seed);
    double[][] covariance = Problems.sample(n, 2 * n + 3, 2 * random.nextDouble(), seed);
    double[] budgets = budgets(n, random);
    ParityConstraints constraints = feasible(n, random, 3);

    switch (Problems.solve(covariance, constraints, budgets)) {
      case Result.Ok<RiskParitySolution> ok ->
          assertOptimal(covariance, budgets, constraints, ok.value());
      case Result.Refused<RiskParitySolution> refused ->
          // Rows that leave hardly any room may find no certificate: then nothing trades.
          assertThat(refused.refusal().reason())
              .isIn(RefusalReason.NO_SOLUTION, RefusalReason.SOLVER_UNCERTIFIED);
    }
  }

  @Test
  void of_a_hundred_problems_with_rows_at_most_three_are_left_without_an_answer() {
    int unanswered = 0;
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      int n = 2 + random.nextInt(14);
      double[][] covariance = Problems.sample(n, 2 * n + 3, 2 * random.nextDouble(), seed);
      double[] budgets = budgets(n, random);
      ParityConstraints constraints = feasible(n, random, 3);
      if (Problems.solve(covariance, constraints, budgets)
              instanceof Result.Refused<RiskParitySolution> refused
          && refused.refusal().reason() != RefusalReason.NO_SOLUTION) {
        unanswered++;
      }
    }
    assertThat(unanswered).isLessThanOrEqualTo(9);
  }

  @Test
  void a_thousand_boxes_are_solved_or_proved_to_have_no_solution() {
    int solved = 0;
    for (int seed = 0; seed < 1000; seed++) {
      Random random = new Random(seed);
      int n = 2 + random.nextInt(9);
      double[][] covariance = Problems.sample(n, 2 * n + 3, 2 * random.nextDouble(), seed);
      double[] budgets = budgets(n, random);
      ParityConstraints constraints = feasible(n, random, 0);
      switch (Problems.solve(covariance, constraints, budgets)) {
        case Result.Ok<RiskParitySolution> ok -> {
          assertOptimal(covariance, budgets, constraints, ok.value());
          solved++;
        }
        case Result.Refused<RiskParitySolution> refused ->
            assertThat(refused.refusal().reason())
                .as("seed " + seed + ": " + refused.refusal())
                .isEqualTo(RefusalReason.NO_SOLUTION);
      }
    }
    assertThat(solved).isGreaterThan(950);
  }

  @Property(tries = 60)
  void weights_are_those_of_bisection_and_descent_by_coordinates(
      @ForAll @IntRange(min = 2, max = 5) int n, @ForAll long seed) {
    Random random = new Random(seed);
    double[][] covariance = Problems.sample(n, 6 * n, 1, seed);
    double[] budgets = budgets(n, random);
    ParityConstraints constraints = feasible(n, random, 0);

    if (Problems.solve(covariance, constraints, budgets)
        instanceof Result.Ok<RiskParitySolution> ok) {
      double[] slow = SlowBoxParity.solve(covariance, budgets, constraints);
      for (int i = 0; i < n; i++) {
        assertThat(ok.value().weights().get(i)).isCloseTo(slow[i], within(1e-9));
      }
    }
  }

  @Property(tries = 100)
  void nothing_feasible_is_called_a_contradiction(
      @ForAll @IntRange(min = 2, max = 12) int n, @ForAll long seed) {
    Random random = new Random(seed);
    double[][] covariance = Problems.sample(n, 2 * n + 3, 1, seed);

    Result<RiskParitySolution> result =
        Problems.solve(covariance, feasible(n, random, 4), budgets(n, random));

    if (result instanceof Result.Refused<RiskParitySolution> refused) {
      assertThat(refused.refusal().reason()).isNotEqualTo(RefusalReason.INFEASIBLE);
    }
  }

  @Property(tries = 60)
  void two_opposite_rows_without_room_are_always_proved_to_contradict(
      @ForAll @IntRange(min = 2, max = 12) int n, @ForAll long seed) {
    Random random = new Random(seed);
    double[][] covariance = Problems.sample(n, 2 * n + 3, 1, seed);
    List<Double> up = new ArrayList<>();
    List<Double> down = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      up.add(random.nextGaussian());
      down.add(-up.get(i));
    }
    ParityConstraints constraints =
        new ParityConstraints(
            Definition.SCALED,
            List.of(),
            List.of(),
            List.of(new LinearRow("up", up, 0.1), new LinearRow("down", down, -0.11)),
            List.of());

    Refusal refusal = Problems.refusal(Problems.solve(covariance, constraints, budgets(n, random)));

    assertThat(refusal.reason()).isEqualTo(RefusalReason.INFEASIBLE);
  }

  /** Bounds and rows around weights that satisfy them with some room. */
  private static ParityConstraints feasible(int n, Random random, int rows) {
    double[] inside = new double[n];
    for (int i = 0; i < n; i++) {
      inside[i] = 0.1 + random.nextDouble();
    }
    double sum = Arrays.stream(inside).sum();
    List<Double> lower = new ArrayList<>();
    List<Double> upper = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      inside[i] /= sum;
      lower.add(random.nextInt(3) == 0 ? 0 : inside[i] * 0.9 * random.nextDouble());
      upper.add(Math.min(1, inside[i] * (1.1 + 2 * random.nextDouble())));
    }
    List<LinearRow> list = new ArrayList<>();
    for (int k = 0; k < rows; k++) {
      List<Double> coefficients = new ArrayList<>();
      double value = 0;
      for (int i = 0; i < n; i++) {
        coefficients.add((double) random.nextInt(2));
        value += coefficients.get(i) * inside[i];
      }
      list.add(new LinearRow("row " + k, coefficients, value + 0.02));
    }
    return new ParityConstraints(Definition.RICHARD_RONCALLI, lower, upper, list, List.of());
  }

  private static void assertOptimal(
      double[][] covariance,
      double[] budgets,
      ParityConstraints constraints,
      RiskParitySolution solution) {
    int n = budgets.length;
    List<Double> w = solution.weights();
    assertThat(w.stream().mapToDouble(one -> one).sum()).isCloseTo(1, within(1e-12));
    double budgetSum = Arrays.stream(budgets).sum();
    double[] lambda = new double[n];
    double scale = 0;
    for (int i = 0; i < n; i++) {
      assertThat(w.get(i)).isBetween(constraints.lower().get(i), constraints.upper().get(i));
      double gradient = 0;
      for (int j = 0; j < n; j++) {
        gradient += covariance[i][j] * w.get(j);
      }
      scale = Math.max(scale, Math.abs(gradient));
      for (ActiveConstraint active : solution.certificate().active()) {
        gradient += priceOf(active, constraints, i);
      }
      lambda[i] = gradient * w.get(i) / (budgets[i] / budgetSum);
    }
    for (LinearRow row : constraints.rows()) {
      double value = 0;
      for (int i = 0; i < n; i++) {
        value += row.coefficients().get(i) * w.get(i);
      }
      assertThat(value).isLessThanOrEqualTo(row.limit() + 1e-12);
    }
    assertThat(lambda[0]).isPositive();
    double tolerance = 1e-9 * (scale + lambda[0]) / Arrays.stream(budgets).min().orElseThrow();
    for (double one : lambda) {
      assertThat(one).isCloseTo(lambda[0], within(tolerance * budgetSum));
    }
    assertBinding(constraints, solution);
  }

  private static double priceOf(ActiveConstraint active, ParityConstraints constraints, int i) {
    assertThat(active.multiplier()).isNotNegative();
    if (active.kind() == Kind.ROW) {
      LinearRow row =
          constraints.rows().stream()
              .filter(one -> one.name().equals(active.name()))
              .findFirst()
              .orElseThrow();
      return active.multiplier() * row.coefficients().get(i);
    }
    double sign = active.kind() == Kind.UPPER ? 1 : -1;
    return active.name().equals("s" + i) ? sign * active.multiplier() : 0;
  }

  private static void assertBinding(ParityConstraints constraints, RiskParitySolution solution) {
    for (ActiveConstraint active : solution.certificate().active()) {
      if (active.kind() != Kind.ROW) {
        int i = Integer.parseInt(active.name().substring(1));
        List<Double> bounds =
            active.kind() == Kind.UPPER ? constraints.upper() : constraints.lower();
        assertThat(solution.weights().get(i)).isEqualTo(bounds.get(i));
      }
    }
  }

  private static double[] budgets(int n, Random random) {
    double[] budgets = new double[n];
    for (int i = 0; i < n; i++) {
      budgets[i] = StrictMath.pow(10, -random.nextDouble());
    }
    return budgets;
  }
}
