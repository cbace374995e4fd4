package org.evenkeel.core.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.parity.ParityConstraints.Definition;
import org.junit.jupiter.api.Test;

class InfeasibleConstraintsTest {

  private static final double[][] THREE = Problems.equallyCorrelated(0.3, 0.2, 0.3, 0.6);
  private static final List<Double> NONE = List.of();

  @Test
  void largest_weights_that_do_not_reach_one_are_named() {
    Refusal refusal = refusal(NONE, List.of(0.2, 0.3, 0.4));

    assertThat(refusal.reason()).isEqualTo(RefusalReason.INFEASIBLE);
    assertThat(refusal.detail())
        .isEqualTo("the largest weights add up to 0.900000, below 1: s0 0.2, s1 0.3, s2 0.4");
  }

  @Test
  void smallest_weights_above_one_are_named() {
    assertThat(refusal(List.of(0.5, 0.5, 0.1), NONE).detail())
        .isEqualTo("the smallest weights add up to 1.10000, above 1: s0 0.5, s1 0.5, s2 0.1");
  }

  @Test
  void smallest_weights_that_leave_nothing_for_a_budget_are_refused() {
    assertThat(refusal(List.of(0.5, 0.5, 0.0), NONE).detail())
        .startsWith("the smallest weights of the others leave nothing for s2");
  }

  @Test
  void bounds_the_wrong_way_round_are_named() {
    Refusal refusal = refusal(List.of(0.1, 0.5, 0.1), List.of(1.0, 0.4, 1.0));

    assertThat(refusal.reason()).isEqualTo(RefusalReason.INFEASIBLE);
    assertThat(refusal.detail())
        .isEqualTo("the smallest weight of s1 is 0.5, above its largest of 0.4");
  }

  @Test
  void a_largest_weight_of_zero_contradicts_a_budget() {
    assertThat(refusal(NONE, List.of(1.0, 0.0, 1.0)).detail()).contains("s1 is 0", "leave it out");
  }

  @Test
  void what_is_no_bound_is_invalid() {
    assertInvalid(List.of(Double.NaN, 0.0, 0.0), NONE, "s0 is NaN");
    assertInvalid(List.of(0.0, -0.1, 0.0), NONE, "smallest weight of s1 is -0.1");
    assertInvalid(NONE, List.of(1.0, 1.0, 1.5), "largest weight of s2 is 1.5");
    assertInvalid(List.of(0.1), NONE, "1 smallest weights for 3 sleeves");
  }

  @Test
  void what_is_no_row_or_direction_is_invalid() {
    assertThat(refusal(row("short", 1, 1, 1)).detail())
        .isEqualTo("the row 'short' has 2 coefficients for 3 sleeves");
    assertThat(refusal(row("broken", 1, 1, Double.NaN, 0)).detail()).contains("s1", "'broken'");
    assertThat(refusal(row("endless", Double.POSITIVE_INFINITY, 1, 1, 0)).detail())
        .contains("limit of the row 'endless'");
    assertThat(refusal(row("nothing", -0.1, 0, 0, 0)).reason()).isEqualTo(RefusalReason.INFEASIBLE);
    ParityConstraints sideways =
        new ParityConstraints(Definition.RICHARD_RONCALLI, NONE, NONE, List.of(), List.of(1, 0, 1));
    assertThat(Problems.refusal(Problems.solve(THREE, sideways, 1, 1, 1)).detail())
        .contains("direction of s1 is 0");
  }

  @Test
  void rows_that_contradict_each_other_are_named_with_their_multipliers() {
    Refusal refusal =
        refusal(row("first at most", 0.3, 1, 0, 0), row("others at most", 0.5, 0, 1, 1));

    assertThat(refusal.reason()).isEqualTo(RefusalReason.INFEASIBLE);
    assertThat(refusal.detail())
        .contains("'first at most'", "'others at most'", "want at most", "or more");
  }

  @Test
  void a_row_that_contradicts_bounds_is_named_with_them() {
    ParityConstraints constraints =
        new ParityConstraints(
            Definition.SCALED,
            NONE,
            List.of(1.0, 0.2, 0.2),
            List.of(row("at least", -0.5, 0, -1, -1)),
            List.of());

    Refusal refusal = Problems.refusal(Problems.solve(THREE, constraints, 1, 1, 1));

    assertThat(refusal.reason()).isEqualTo(RefusalReason.INFEASIBLE);
    assertThat(refusal.detail())
        .contains("'at least'", "largest weight of s1 0.2", "largest weight of s2 0.2");
  }

  @Test
  void a_row_that_forces_a_weight_to_zero_is_a_contradiction() {
    assertThat(refusal(row("none of it", 0, 0, 1, 0)).detail()).contains("'none of it'");
  }

  private static void assertInvalid(List<Double> lower, List<Double> upper, String words) {
    Refusal refusal = refusal(lower, upper);
    assertThat(refusal.reason()).isEqualTo(RefusalReason.INVALID_INPUT);
    assertThat(refusal.detail()).contains(words);
  }

  private static Refusal refusal(List<Double> lower, List<Double> upper) {
    ParityConstraints constraints =
        new ParityConstraints(Definition.RICHARD_RONCALLI, lower, upper, List.of(), List.of());
    return Problems.refusal(Problems.solve(THREE, constraints, 1, 1, 1));
  }

  private static Refusal refusal(LinearRow... rows) {
    ParityConstraints constraints =
        new ParityConstraints(Definition.RICHARD_RONCALLI, NONE, NONE, List.of(rows), List.of());
    return Problems.refusal(Problems.solve(THREE, constraints, 1, 1, 1));
  }

  private static LinearRow row(String name, double limit, double... coefficients) {
    return new LinearRow(name, Arrays.stream(coefficients).boxed().toList(), limit);
  }
}
