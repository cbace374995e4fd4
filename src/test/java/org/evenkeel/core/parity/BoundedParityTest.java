package org.evenkeel.core.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.parity.ActiveConstraint.Kind;
import org.evenkeel.core.parity.ParityConstraints.Definition;
import org.junit.jupiter.api.Test;

class BoundedParityTest {

  /** Uncorrelated sleeves with volatilities 0.2 and 0.6: without constraints 0.75 and 0.25. */
  private static final double[][] TWO = {{0.04, 0}, {0, 0.36}};

  private static final double[][] THREE = Problems.equallyCorrelated(0.3, 0.2, 0.3, 0.6);

  private static final List<Double> NONE = List.of();

  @Test
  void a_binding_bound_has_the_multiplier_of_its_gradient() {
    // w = 0.6, 0.4; S w = 0.024, 0.144; lambda = 0.144 * 0.4 / 0.5; multiplier = lambda 0.5 / 0.6 -
    // 0.024
    RiskParitySolution solution = solve(TWO, box(List.of(0.0, 0.0), List.of(0.6, 1.0))).orThrow();

    assertThat(solution.weights().get(0)).isEqualTo(0.6);
    assertThat(solution.weights().get(1)).isCloseTo(0.4, within(1e-15));
    ActiveConstraint only = solution.certificate().active().getFirst();
    assertThat(solution.certificate().active()).hasSize(1);
    assertThat(only.kind()).isEqualTo(Kind.UPPER);
    assertThat(only.name()).isEqualTo("s0");
    assertThat(only.multiplier()).isCloseTo(0.072, within(1e-15));
  }

  @Test
  void bounds_that_do_not_bind_change_nothing() {
    RiskParitySolution free = Problems.solve(THREE, 1, 1, 1).orThrow();

    RiskParitySolution bounded =
        solve(THREE, box(List.of(0.1, 0.1, 0.1), List.of(0.9, 0.9, 0.9))).orThrow();

    for (int i = 0; i < 3; i++) {
      assertThat(bounded.weights().get(i)).isCloseTo(free.weights().get(i), within(1e-14));
    }
    assertThat(bounded.certificate().active()).isEmpty();
  }

  @Test
  void a_bound_that_is_just_reached_binds_without_a_price() {
    RiskParitySolution solution = solve(TWO, box(List.of(0.0, 0.0), List.of(0.75, 1.0))).orThrow();

    assertThat(solution.weights().get(0)).isCloseTo(0.75, within(1e-15));
    assertThat(solution.certificate().active())
        .allSatisfy(one -> assertThat(one.multiplier()).isCloseTo(0, within(1e-15)));
  }

  @Test
  void bounds_that_leave_one_point_give_that_point() {
    List<Double> point = List.of(0.25, 0.25, 0.5);

    assertThat(solve(THREE, box(NONE, point)).orThrow().weights()).isEqualTo(point);
    assertThat(solve(THREE, box(point, NONE)).orThrow().weights()).isEqualTo(point);
    assertThat(solve(THREE, box(point, point)).orThrow().weights()).isEqualTo(point);
  }

  @Test
  void ten_times_a_tenth_is_one_although_it_is_not_in_doubles() {
    double[][] ten = Problems.sample(10, 40, 1, 5);

    RiskParitySolution solution = solve(ten, box(NONE, Collections.nCopies(10, 0.1))).orThrow();

    assertThat(solution.weights()).isEqualTo(Collections.nCopies(10, 0.1));
  }

  @Test
  void a_fixed_weight_leaves_the_rest_to_the_others() {
    RiskParitySolution solution =
        solve(THREE, box(List.of(0.3, 0.0, 0.0), List.of(0.3, 1.0, 1.0))).orThrow();

    assertThat(solution.weights().get(0)).isEqualTo(0.3);
    assertThat(solution.riskContributions().get(1))
        .isCloseTo(solution.riskContributions().get(2), within(1e-14));
  }

  @Test
  void rows_that_repeat_each_other_are_no_trouble() {
    LinearRow once = row("alts", 0.3, 0, 1, 1);
    LinearRow again = row("alts again", 0.6, 0, 2, 2);

    List<Double> alone = solve(THREE, rows(once)).orThrow().weights();
    List<Double> both = solve(THREE, rows(once, again)).orThrow().weights();

    assertThat(alone.get(0)).isCloseTo(0.7, within(1e-15));
    for (int i = 0; i < 3; i++) {
      assertThat(both.get(i)).isCloseTo(alone.get(i), within(1e-14));
    }
  }

  @Test
  void caps_of_classes_that_add_up_to_one_are_the_cap_that_is_needed() {
    List<Double> needed = solve(THREE, rows(row("majors", 0.4, 1, 0, 0))).orThrow().weights();
    List<Double> both =
        solve(THREE, rows(row("majors", 0.4, 1, 0, 0), row("alts", 0.6, 0, 1, 1)))
            .orThrow()
            .weights();
    List<Double> turned =
        solve(THREE, rows(row("alts", 0.6, 0, 1, 1), row("majors", 0.4, 1, 0, 0)))
            .orThrow()
            .weights();

    for (int i = 0; i < 3; i++) {
      assertThat(both.get(i)).isCloseTo(needed.get(i), within(1e-14));
      assertThat(turned.get(i)).isCloseTo(needed.get(i), within(1e-14));
    }
  }

  @Test
  void classes_that_are_all_fixed_are_solved_whatever_their_order() {
    LinearRow[] one = {row("a", 0.4, 1, 0, 0), row("b", -0.4, -1, 0, 0)};
    LinearRow[] other = {row("c", 0.6, 0, 1, 1), row("d", -0.6, 0, -1, -1)};

    List<Double> first = solve(THREE, rows(one[0], one[1], other[0], other[1])).orThrow().weights();
    List<Double> last = solve(THREE, rows(other[0], other[1], one[0], one[1])).orThrow().weights();

    assertThat(first.get(0)).isCloseTo(0.4, within(1e-15));
    for (int i = 0; i < 3; i++) {
      assertThat(last.get(i)).isCloseTo(first.get(i), within(1e-13));
    }
  }

  @Test
  void the_two_definitions_differ_where_a_row_binds_and_only_there() {
    LinearRow binding = row("last", -0.3, 0, 0, -1);
    List<Double> unscaled = solve(THREE, rows(binding)).orThrow().weights();
    List<Double> scaled = solve(THREE, scaled(binding)).orThrow().weights();
    List<Double> slack = solve(THREE, scaled(row("last", -0.1, 0, 0, -1))).orThrow().weights();
    List<Double> free = Problems.solve(THREE, 1, 1, 1).orThrow().weights();

    assertThat(scaled.get(2)).isCloseTo(0.3, within(1e-14));
    assertThat(unscaled.get(2)).isCloseTo(0.3, within(1e-14));
    assertThat(Math.abs(scaled.get(0) - unscaled.get(0))).isGreaterThan(1e-4);
    for (int i = 0; i < 3; i++) {
      assertThat(slack.get(i)).isCloseTo(free.get(i), within(1e-14));
    }
  }

  @Test
  void bounds_of_a_short_sleeve_speak_of_its_size() {
    ParityConstraints constraints =
        new ParityConstraints(
            Definition.RICHARD_RONCALLI, NONE, List.of(0.6, 1.0), List.of(), List.of(-1, 1));

    List<Double> weights = solve(TWO, constraints).orThrow().weights();

    assertThat(weights.get(0)).isEqualTo(-0.6);
    assertThat(weights.get(1)).isCloseTo(0.4, within(1e-15));
  }

  @Test
  void a_pattern_under_which_two_sleeves_cancel_is_refused_with_them() {
    double[][] same = Problems.equallyCorrelated(1, 0.2, 0.4);
    ParityConstraints pattern =
        new ParityConstraints(Definition.RICHARD_RONCALLI, NONE, NONE, List.of(), List.of(1, -1));

    Result<RiskParitySolution> result = solve(same, pattern);

    assertThat(Problems.refusal(result).reason()).isEqualTo(RefusalReason.NO_SOLUTION);
    assertThat(Problems.refusal(result).detail())
        .startsWith("with s1 short")
        .contains("0.666667 s0 +0.333333 s1");
  }

  @Test
  void a_lower_bound_of_a_hedge_can_leave_no_lambda() {
    // The second hedges the first best at 0.9 * 2 times its weight: far more than 0.4.
    double[][] hedge = Problems.equallyCorrelated(-0.9, 0.4, 0.2);

    Result<RiskParitySolution> result = solve(hedge, box(List.of(0.6, 0.0), NONE));

    assertThat(Problems.refusal(result).reason()).isEqualTo(RefusalReason.NO_SOLUTION);
    assertThat(Problems.refusal(result).detail()).contains("whatever lambda", "relax the bounds");
    assertThat(solve(hedge, boxScaled(List.of(0.6, 0.0))).orThrow().weights().get(0))
        .isCloseTo(0.6, within(1e-15));
  }

  @Test
  void larger_problems_are_solved_too() {
    int n = 150;
    double[][] covariance = Problems.sample(n, 2 * n, 1, 7);

    SolverCertificate certificate =
        solve(covariance, box(Collections.nCopies(n, 0.2 / n), Collections.nCopies(n, 1.5 / n)))
            .orThrow()
            .certificate();

    assertThat(certificate.kktResidual()).isLessThan(1e-12);
    assertThat(certificate.active()).hasSizeGreaterThan(5);
    assertThat(certificate.iterations()).isLessThan(20);
  }

  private static Result<RiskParitySolution> solve(
      double[][] covariance, ParityConstraints constraints) {
    double[] budgets = new double[covariance.length];
    Arrays.fill(budgets, 1);
    return Problems.solve(covariance, constraints, budgets);
  }

  private static ParityConstraints box(List<Double> lower, List<Double> upper) {
    return new ParityConstraints(Definition.RICHARD_RONCALLI, lower, upper, List.of(), List.of());
  }

  private static ParityConstraints boxScaled(List<Double> lower) {
    return new ParityConstraints(Definition.SCALED, lower, NONE, List.of(), List.of());
  }

  private static ParityConstraints rows(LinearRow... rows) {
    return new ParityConstraints(Definition.RICHARD_RONCALLI, NONE, NONE, List.of(rows), List.of());
  }

  private static ParityConstraints scaled(LinearRow... rows) {
    return new ParityConstraints(Definition.SCALED, NONE, NONE, List.of(rows), List.of());
  }

  private static LinearRow row(String name, double limit, double... coefficients) {
    return new LinearRow(name, Arrays.stream(coefficients).boxed().toList(), limit);
  }
}
