package org.evenkeel.core.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each algorithm alone, on problems that others than the chosen one would usually solve. */
class AlgorithmsTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8, 9, 30, 80})
  void all_algorithms_find_the_same_weights(int n) {
    double[] budgets = new double[n];
    for (int i = 0; i < n; i++) {
      budgets[i] = 2.0 * (i + 1) / (n * (n + 1.0));
    }
    BudgetedRisk problem = new BudgetedRisk(Problems.sample(n, 4 * n, 1, n), budgets);

    Iterate descent = CoordinateDescent.solve(problem, 1e-13);
    Iterate gradient = ConjugateGradient.solve(problem, problem.start(), 1e-12, 500);
    Iterate tiny = TinyNewton.solve(problem, problem.start(), 1e-13, 500);
    Iterate safe = SafeNewton.solve(problem, problem.start(), 1e-13, 500);

    assertThat(descent.end()).isEqualTo(Iterate.End.CONVERGED);
    assertSame(gradient, descent);
    assertSame(tiny, descent);
    assertSame(safe, descent);
    if (n <= 2) {
      assertSame(ClosedForm.solve(problem), descent);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.9999, -0.5, 0, 0.5, 0.9999})
  void the_safe_algorithm_converges_from_a_bad_start(double correlation) {
    double[] volatility = {1, 1e-3, 10};
    double[][] covariance = Problems.equallyCorrelated(0, volatility);
    covariance[0][1] = correlation * 1e-3;
    covariance[1][0] = covariance[0][1];
    BudgetedRisk problem = new BudgetedRisk(covariance, new double[] {0.2, 0.3, 0.5});

    Iterate safe = SafeNewton.solve(problem, new double[] {1e-6, 1e6, 1}, 1e-10, 500);

    assertThat(safe.end()).isEqualTo(Iterate.End.CONVERGED);
    assertThat(safe.iterations()).isLessThan(80);
  }

  private static void assertSame(Iterate found, Iterate expected) {
    double[] weights = found.weights();
    double[] others = expected.weights();
    for (int i = 0; i < weights.length; i++) {
      assertThat(weights[i] / others[i]).as("%s", found.algorithm()).isCloseTo(1, within(1e-10));
    }
  }
}
