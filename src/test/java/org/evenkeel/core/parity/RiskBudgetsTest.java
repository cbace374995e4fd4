package org.evenkeel.core.parity;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RiskBudgetsTest {

  @Test
  void budgets_are_parts_of_one() {
    assertThat(RiskBudgets.of(Problems.names(3), 2, 1, 1).orThrow().fractions())
        .containsExactly(0.5, 0.25, 0.25);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void a_budget_that_is_not_above_zero_is_refused_with_its_sleeve(double budget) {
    Refusal refusal = Problems.refusal(RiskBudgets.of(Problems.names(2), 1, budget));

    assertThat(refusal.reason()).isEqualTo(RefusalReason.INVALID_INPUT);
    assertThat(refusal.detail()).contains("s1", String.valueOf(budget));
  }

  @Test
  void budgets_too_far_apart_for_a_double_are_refused() {
    Refusal refusal =
        Problems.refusal(RiskBudgets.of(Problems.names(2), Double.MAX_VALUE, Double.MIN_VALUE));

    assertThat(refusal.reason()).isEqualTo(RefusalReason.INVALID_INPUT);
  }
}
