package org.evenkeel.core.parity.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each method alone, on problems that others than the chosen one would usually solve. */
class MethodsTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 8, 9, 12, 13, 30, 80})
  void all_methods_find_the_same_weights(int n) {
    double[] budgets = new double[n];
    for (int i = 0; i < n; i++) {
      budgets[i] = 2.0 * (i + 1) / (n * (n + 1.0));
    }
    DenseCovariance covariance = DenseCovariance.of(Matrices.sample(n, 4 * n, 1, n));
    double[] expected = weights(Method.SAFE_NEWTON, covariance, budgets);

    for (Method method : Method.values()) {
      boolean able =
          switch (method) {
            case CLOSED_FORM -> n <= 2;
            case TINY_NEWTON -> n <= 12;
            default -> true;
          };
      if (able) {
        double[] weights = weights(method, covariance, budgets);
        for (int i = 0; i < n; i++) {
          assertThat(weights[i] / expected[i]).as("%s", method).isCloseTo(1, within(1e-10));
        }
      }
    }
  }

  private static double[] weights(Method method, DenseCovariance covariance, double[] budgets) {
    ParityEngine engine = new ParityEngine(budgets.length);
    assertThat(engine.solveBy(method, covariance, budgets, 1e-12)).isEqualTo(Outcome.CONVERGED);
    double[] weights = new double[budgets.length];
    engine.weights(weights);
    return weights;
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.9999, -0.5, 0, 0.5, 0.9999})
  void an_engine_converges_from_a_bad_start(double correlation) {
    double[][] covariance = {
      {1, correlation * 1e-3, 0}, {correlation * 1e-3, 1e-6, 0}, {0, 0, 100}
    };
    ParityEngine engine = new ParityEngine(3);

    Outcome outcome =
        engine.solveFrom(
            new double[] {1e-6, 1e6, 1},
            DenseCovariance.of(covariance),
            new double[] {0.2, 0.3, 0.5},
            1e-10);

    assertThat(outcome).isEqualTo(Outcome.CONVERGED);
    assertThat(engine.iterations()).isLessThan(120);
  }
}
