package org.evenkeel.core.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.parity.SolverCertificate.Algorithm;
import org.junit.jupiter.api.Test;

class RiskParityTest {

  private static final double NAN = Double.NaN;

  @Test
  void one_sleeve_gets_everything() {
    RiskParitySolution solution = Problems.solve(new double[][] {{0.04}}, 1).orThrow();

    assertThat(solution.weights()).containsExactly(1.0);
    assertThat(solution.riskContributions()).containsExactly(1.0);
    assertThat(solution.volatilityAnnual()).isEqualTo(0.2);
  }

  @Test
  void equal_correlations_give_inverse_volatilities() {
    double[][] covariance = Problems.equallyCorrelated(0.6, 0.1, 0.2, 0.4);

    RiskParitySolution solution = Problems.solve(covariance, 1, 1, 1).orThrow();

    assertThat(solution.weights().get(0)).isCloseTo(4.0 / 7, within(1e-12));
    assertThat(solution.weights().get(2)).isCloseTo(1.0 / 7, within(1e-12));
    assertThat(solution.certificate().algorithm()).isEqualTo(Algorithm.TINY_NEWTON);
    assertThat(solution.certificate().secondAlgorithm()).isEqualTo(Algorithm.COORDINATE_DESCENT);
  }

  @Test
  void many_sleeves_are_solved_in_a_few_steps_and_confirmed() {
    RiskParitySolution solution =
        Problems.solve(Problems.sample(100, 300, 2, 1), Problems.equalBudgets(100)).orThrow();

    SolverCertificate certificate = solution.certificate();
    assertThat(certificate.algorithm()).isEqualTo(Algorithm.CONJUGATE_GRADIENT);
    assertThat(certificate.iterations()).isLessThan(20);
    assertThat(certificate.maxRelativeError()).isLessThan(1e-10);
    assertThat(certificate.weightErrorBound()).isLessThan(1e-7);
    assertThat(certificate.agreementWithSecondAlgorithm())
        .isLessThan(2 * certificate.weightErrorBound() + 1e-9);
  }

  @Test
  void strong_hedges_that_stall_the_quick_algorithm_go_to_the_safe_one() {
    double[][] covariance = new double[14][14];
    for (int i = 0; i < 14; i += 2) {
      covariance[i][i] = 0.04;
      covariance[i + 1][i + 1] = 0.09;
      covariance[i][i + 1] = -0.06 * (1 - StrictMath.pow(10, -1 - i / 3.0));
      covariance[i + 1][i] = covariance[i][i + 1];
    }
    double[] budgets = {1, 2, 3, 1, 1, 5, 1, 1, 2, 1, 4, 1, 2, 1};

    RiskParitySolution solution = Problems.solve(covariance, budgets).orThrow();

    assertThat(solution.certificate().algorithm()).isEqualTo(Algorithm.SAFE_NEWTON);
    assertThat(Problems.worstContribution(covariance, solution.weights(), budgets))
        .isLessThan(1e-8);
  }

  @Test
  void equal_inputs_give_equal_bits() {
    double[][] covariance = Problems.sample(40, 60, 1, 5);

    RiskParitySolution once = Problems.solve(covariance, Problems.equalBudgets(40)).orThrow();
    RiskParitySolution again = Problems.solve(covariance, Problems.equalBudgets(40)).orThrow();

    assertThat(again).isEqualTo(once);
  }

  @Test
  void a_number_that_is_not_finite_is_refused_with_its_place() {
    Refusal refusal =
        Problems.refusal(Problems.solve(new double[][] {{0.04, NAN}, {NAN, 0.09}}, 1, 1));

    assertThat(refusal.reason()).isEqualTo(RefusalReason.INVALID_INPUT);
    assertThat(refusal.detail()).isEqualTo("the covariance of s0 and s1 is NaN");
  }

  @Test
  void an_asymmetric_matrix_is_refused_with_both_numbers() {
    Refusal refusal =
        Problems.refusal(Problems.solve(new double[][] {{0.04, 0.01}, {0.011, 0.09}}, 1, 1));

    assertThat(refusal.reason()).isEqualTo(RefusalReason.INVALID_INPUT);
    assertThat(refusal.detail()).contains("not symmetric", "0.01", "0.011");
  }

  @Test
  void a_negative_variance_is_refused() {
    Refusal refusal =
        Problems.refusal(Problems.solve(new double[][] {{0.04, 0}, {0, -0.09}}, 1, 1));

    assertThat(refusal.reason()).isEqualTo(RefusalReason.INVALID_INPUT);
    assertThat(refusal.detail()).contains("s1", "-0.09");
  }

  @Test
  void a_sleeve_without_variance_is_its_own_witness() {
    Refusal refusal = Problems.refusal(Problems.solve(new double[][] {{0.04, 0}, {0, 0}}, 1, 1));

    assertThat(refusal.reason()).isEqualTo(RefusalReason.NO_SOLUTION);
    assertThat(refusal.detail()).contains("1.000000 s1", "variance is zero");
  }

  @Test
  void an_indefinite_matrix_is_refused_with_a_combination_of_negative_variance() {
    double[][] covariance = {{1, 0.9, 0.9}, {0.9, 1, -0.9}, {0.9, -0.9, 1}};

    Refusal refusal = Problems.refusal(Problems.solve(covariance, 1, 1, 1));

    // -1.8 s0 + s1 + s2 over 3.8, for example, has a variance below zero.
    assertThat(refusal.reason()).isEqualTo(RefusalReason.INVALID_INPUT);
    assertThat(refusal.detail()).contains("no covariance", "has a variance of -");
  }

  @Test
  void a_perfect_hedge_of_two_is_refused_with_the_hedge() {
    double[][] covariance = {{0.04, -0.06}, {-0.06, 0.09}};

    Refusal refusal = Problems.refusal(Problems.solve(covariance, 1, 1));

    assertThat(refusal.reason()).isEqualTo(RefusalReason.NO_SOLUTION);
    assertThat(refusal.detail()).contains("0.600000 s0", "+0.400000 s1");
  }

  @Test
  void a_perfect_hedge_hidden_among_many_is_refused_with_the_hedge() {
    // Sleeve 11 pays the opposite of the average of sleeves 0 and 1.
    double[][] covariance = Problems.equallyCorrelated(0, Problems.equalBudgets(12));
    for (int i = 0; i < 11; i++) {
      covariance[11][i] = i < 2 ? -0.5 : 0;
      covariance[i][11] = covariance[11][i];
    }
    covariance[11][11] = 0.5;

    Refusal refusal = Problems.refusal(Problems.solve(covariance, Problems.equalBudgets(12)));

    assertThat(refusal.reason()).isEqualTo(RefusalReason.NO_SOLUTION);
    assertThat(refusal.detail()).contains("0.250000 s0", "+0.250000 s1", "+0.500000 s11");
  }

  @Test
  void a_solver_that_may_not_finish_is_refused_and_not_replaced() {
    ParitySettings impatient = new ParitySettings(0.2, 2, 1, 1e-10, 1, 1e-10);

    Refusal refusal =
        Problems.refusal(
            Problems.solve(impatient, Problems.sample(20, 30, 0, 3), Problems.equalBudgets(20)));

    assertThat(refusal.reason()).isEqualTo(RefusalReason.SOLVER_UNCERTIFIED);
    assertThat(refusal.detail()).contains("1.00e-10 accepted");
  }

  @Test
  void budgets_of_other_sleeves_are_a_mistake_of_the_caller() {
    RiskBudgets budgets = RiskBudgets.of(Problems.names(1), 1).orThrow();
    CovarianceEstimate estimate =
        CovarianceEstimate.given(Problems.names(2), new double[][] {{1, 0}, {0, 1}});

    assertThatThrownBy(() -> RiskParity.solve(estimate, budgets, ParitySettings.defaults()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("do not belong");
  }
}
