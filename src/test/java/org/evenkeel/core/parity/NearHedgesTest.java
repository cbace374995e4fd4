package org.evenkeel.core.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.parity.SolverCertificate.Algorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hedges that are nearly perfect, checked in decimal arithmetic of 80 digits. */
class NearHedgesTest {

  private static final MathContext DIGITS = new MathContext(80);

  @ParameterizedTest
  @ValueSource(ints = {10, 20, 30, 40, 45, 50})
  void the_exact_weights_of_a_near_hedge_have_the_certified_error(int bits) {
    double[][] covariance = hedge(bits);
    double[] budgets = {1, 3, 2};

    RiskParitySolution solution = Problems.solve(covariance, budgets).orThrow();

    double error = Problems.worstExact(covariance, solution.exactWeights(), budgets);
    assertThat(error).isLessThan(1e-10);
    assertThat(error).isLessThanOrEqualTo(solution.certificate().maxRelativeError());
    assertThat(solution.certificate().weightErrorBound()).isLessThan(1e-8);
  }

  @Test
  void doubles_alone_cannot_hold_the_weights_of_a_near_hedge() {
    double[][] covariance = hedge(45);
    double[] budgets = {1, 3, 2};

    RiskParitySolution solution = Problems.solve(covariance, budgets).orThrow();

    List<BigDecimal> rounded = new ArrayList<>();
    solution.weights().forEach(weight -> rounded.add(exact(weight)));
    assertThat(Problems.worstExact(covariance, rounded, budgets)).isGreaterThan(1e-8);
    assertThat(Problems.worstExact(covariance, solution.exactWeights(), budgets)).isLessThan(1e-10);
  }

  @Test
  void a_near_hedge_of_two_is_the_formula_in_eighty_digits() {
    double rho = -1 + 0x1p-40;
    double[][] covariance = {{1, 2 * rho}, {2 * rho, 4}};

    RiskParitySolution solution = Problems.solve(covariance, 1, 3).orThrow();

    // r^2 + rho (1 - beta) r - beta = 0 with beta = 1/3 and r = (w1 vol1) / (w2 vol2).
    BigDecimal beta = BigDecimal.ONE.divide(BigDecimal.valueOf(3), DIGITS);
    BigDecimal half =
        exact(rho).multiply(BigDecimal.ONE.subtract(beta)).divide(BigDecimal.valueOf(2), DIGITS);
    BigDecimal r = half.multiply(half).add(beta).sqrt(DIGITS).subtract(half);
    BigDecimal ratio =
        solution.exactWeights().get(0).divide(solution.exactWeights().get(1), DIGITS);
    BigDecimal relative = ratio.divide(r.multiply(BigDecimal.valueOf(2)), DIGITS);
    assertThat(relative.subtract(BigDecimal.ONE).abs().doubleValue()).isLessThan(1e-14);
    assertThat(solution.weights().get(0) + solution.weights().get(1)).isCloseTo(1, within(1e-15));
  }

  @Test
  void a_hedge_nearer_than_rounding_is_refused_with_a_witness_that_has_no_risk() {
    // Its least variance is half a part in 2^53 of (sum w vol)^2, and the line is two.
    double[][] covariance = hedge(53);

    assertThat(Problems.refusal(Problems.solve(covariance, 1, 3, 2)).reason())
        .isEqualTo(RefusalReason.NO_SOLUTION);
    assertThat(variancePart(covariance, witness(covariance, 1, 3, 2).orElseThrow()))
        .isLessThanOrEqualTo(0x1p-52);
  }

  @Test
  void a_hedge_that_rounding_made_better_than_perfect_is_refused_with_its_witness() {
    double[][] covariance = {{1, -1 - 0x1p-52, 0}, {-1 - 0x1p-52, 1, 0}, {0, 0, 1}};

    assertThat(Problems.refusal(Problems.solve(covariance, 1, 1, 1)).reason())
        .isEqualTo(RefusalReason.NO_SOLUTION);
    assertThat(variancePart(covariance, witness(covariance, 1, 1, 1).orElseThrow()))
        .isLessThanOrEqualTo(0);
  }

  @Test
  void an_indefinite_matrix_has_a_witness_of_negative_variance() {
    double[][] covariance = {{1, 0.9, 0.9}, {0.9, 1, -0.9}, {0.9, -0.9, 1}};

    assertThat(variancePart(covariance, witness(covariance, 1, 1, 1).orElseThrow())).isNegative();
  }

  @Test
  void a_matrix_that_is_a_little_indefinite_is_solved_where_it_has_a_minimum() {
    // s2 is the difference of the other two, but for one part in 1e10 of its variance that is
    // missing.
    double[][] covariance = {{1, 0.5, 0.5}, {0.5, 1, -0.5}, {0.5, -0.5, 1 - 1e-10}};

    RiskParitySolution solution = Problems.solve(covariance, 1, 1, 1).orThrow();

    assertThat(Problems.worstExact(covariance, solution.exactWeights(), new double[] {1, 1, 1}))
        .isLessThan(1e-10);
  }

  @Test
  void a_problem_that_is_solved_has_no_witness() {
    assertThat(witness(hedge(20), 1, 1, 1)).isEmpty();
  }

  @Test
  void beyond_doubles_the_algorithm_is_named() {
    RiskParitySolution solution = Problems.solve(hedge(48), 1, 3, 2).orThrow();

    assertThat(solution.certificate().secondAlgorithm()).isEqualTo(Algorithm.EXACT_NEWTON);
    assertThat(solution.certificate().conditionNumber()).isInfinite();
  }

  @Test
  void the_condition_number_is_that_of_the_correlations() {
    double[][] covariance = Problems.equallyCorrelated(0.6, 0.1, 0.2, 0.4, 0.3);

    // Eigenvalues 1 + 3 * 0.6 and 1 - 0.6.
    assertThat(Problems.solve(covariance, 1, 1, 1, 1).orThrow().certificate().conditionNumber())
        .isCloseTo(2.8 / 0.4, within(0.01));
  }

  /** Two sleeves with correlation 2^-bits - 1, and a third. */
  private static double[][] hedge(int bits) {
    double rho = StrictMath.scalb(1.0, -bits) - 1;
    return new double[][] {{1, rho, 0.01}, {rho, 1, -0.01}, {0.01, -0.01, 4}};
  }

  private static Optional<RiskWitness> witness(double[][] covariance, double... budgets) {
    List<SleeveId> names = Problems.names(budgets.length);
    return RiskParity.witness(
        CovarianceEstimate.given(names, covariance),
        RiskBudgets.of(names, budgets).orThrow(),
        ParitySettings.defaults());
  }

  private static double variancePart(double[][] covariance, RiskWitness witness) {
    BigDecimal variance = BigDecimal.ZERO;
    double own = 0;
    for (int i = 0; i < covariance.length; i++) {
      BigDecimal wi = exact(witness.weights().get(i));
      own += Math.abs(witness.weights().get(i)) * Math.sqrt(covariance[i][i]);
      for (int j = 0; j < covariance.length; j++) {
        BigDecimal wj = exact(witness.weights().get(j));
        variance = variance.add(wi.multiply(exact(covariance[i][j])).multiply(wj));
      }
    }
    return variance.doubleValue() / (own * own);
  }

  private static BigDecimal exact(double value) {
    return TargetWeights.exactly(value);
  }
}
