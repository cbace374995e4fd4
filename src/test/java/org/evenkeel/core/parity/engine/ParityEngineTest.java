package org.evenkeel.core.parity.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParityEngineTest {

  private static final double[][] RETURNS = Matrices.returns(24, 15, 1, 4);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 12, 40})
  void a_warm_solve_allocates_nothing(int n) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().threadId();
    double[][] matrix = Matrices.sample(n, 3 * n, 1, 7);
    DenseCovariance covariance = new DenseCovariance(n);
    ParityEngine engine = new ParityEngine(n);
    double[] budgets = equal(n);
    double[] weights = new double[n];
    loop(100, covariance, matrix, engine, budgets, weights);

    long before = threads.getThreadAllocatedBytes(thread);
    loop(100, covariance, matrix, engine, budgets, weights);
    long allocated = threads.getThreadAllocatedBytes(thread) - before;

    // The reading itself may allocate a little, and once; a hundred solves with the smallest object
    // each would be more.
    assertThat(allocated).isLessThan(100 * 8);
    assertThat(engine.outcome()).isEqualTo(Outcome.CONVERGED);
  }

  private static void loop(
      int times,
      DenseCovariance covariance,
      double[][] matrix,
      ParityEngine engine,
      double[] budgets,
      double[] weights) {
    for (int i = 0; i < times; i++) {
      covariance.load(matrix);
      engine.solve(covariance, budgets, 1e-10);
      engine.solveFrom(weights(engine, weights), covariance, budgets, 1e-10);
    }
  }

  private static double[] weights(ParityEngine engine, double[] into) {
    engine.weights(into);
    return into;
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 8, 9, 30, 61})
  void a_warm_start_gives_the_same_weights_with_fewer_products(int n) {
    double[][] today = Matrices.sample(n, 5 * n, 1, 11);
    for (int i = 0; i < n; i++) {
      today[i][i] *= 1.0001;
    }
    ParityEngine engine = new ParityEngine(n);
    engine.solve(DenseCovariance.of(Matrices.sample(n, 5 * n, 1, 11)), equal(n), 1e-12);
    double[] yesterday = weights(engine, new double[n]);
    engine.solve(DenseCovariance.of(today), equal(n), 1e-12);
    double[] cold = weights(engine, new double[n]);
    int coldProducts = engine.products();

    Outcome outcome = engine.solveFrom(yesterday, DenseCovariance.of(today), equal(n), 1e-12);

    assertThat(outcome).isEqualTo(Outcome.CONVERGED);
    assertSame(weights(engine, new double[n]), cold);
    assertThat(engine.products()).isLessThan(coldProducts);
  }

  @Test
  void a_factor_model_is_solved_as_the_matrix_that_it_stands_for() {
    double[][] loadings = Matrices.returns(3, 20, 0, 2);
    double[][] factors = {{2, 0.5, 0}, {0.5, 1, -0.2}, {0, -0.2, 0.7}};
    double[] residual = new double[20];
    double[][] dense = new double[20][20];
    for (int i = 0; i < 20; i++) {
      residual[i] = 0.01 * (i + 1);
      dense[i][i] = residual[i];
      for (int j = 0; j < 20; j++) {
        for (int f = 0; f < 3; f++) {
          for (int g = 0; g < 3; g++) {
            dense[i][j] += loadings[i][f] * factors[f][g] * loadings[j][g];
          }
        }
      }
    }

    assertStandsFor(new FactorCovariance(loadings, factors, residual), dense);
  }

  @Test
  void a_sample_of_fewer_periods_than_sleeves_is_solved_as_its_matrix() {
    assertStandsFor(SampleCovariance.of(RETURNS), Matrices.sample(24, 15, 1, 4));
  }

  @Test
  void a_shrunk_sample_is_solved_as_its_matrix() {
    double[] added = new double[24];
    double[] direction = new double[24];
    double[][] dense = Matrices.sample(24, 15, 1, 4);
    for (int i = 0; i < 24; i++) {
      direction[i] = StrictMath.sqrt(dense[i][i]);
      added[i] = 0.3 * (1 - 0.4) * dense[i][i];
    }
    for (int i = 0; i < 24; i++) {
      for (int j = 0; j < 24; j++) {
        double target = (i == j ? 1 : 0.4) * direction[i] * direction[j];
        dense[i][j] = 0.7 * dense[i][j] + 0.3 * target;
      }
    }

    assertStandsFor(new SampleCovariance(RETURNS, 0.7 / 15, added, direction, 0.3 * 0.4), dense);
  }

  /** Solves both, by conjugate gradients and by the safe method, which reads rows. */
  private static void assertStandsFor(CovarianceOperator structured, double[][] dense) {
    int n = dense.length;
    double[] row = new double[n];
    structured.row(2, row);
    for (int j = 0; j < n; j++) {
      assertThat(row[j]).isCloseTo(dense[2][j], within(1e-13));
    }
    ParityEngine engine = new ParityEngine(n);
    engine.solve(DenseCovariance.of(dense), equal(n), 1e-11);
    double[] expected = weights(engine, new double[n]);
    for (Method method : new Method[] {Method.CONJUGATE_GRADIENT, Method.SAFE_NEWTON}) {
      assertThat(engine.solveBy(method, structured, equal(n), 1e-11)).isEqualTo(Outcome.CONVERGED);
      assertSame(weights(engine, new double[n]), expected);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-8, 1e-3, 1, 1e4, 1e8})
  void units_do_not_matter(double unit) {
    double[][] matrix = Matrices.sample(20, 60, 1, 9);
    ParityEngine engine = new ParityEngine(20);
    engine.solve(DenseCovariance.of(matrix), equal(20), 1e-12);
    double[] expected = weights(engine, new double[20]);
    for (double[] row : matrix) {
      for (int j = 0; j < 20; j++) {
        row[j] *= unit;
      }
    }

    assertThat(engine.solve(DenseCovariance.of(matrix), equal(20), 1e-12))
        .isEqualTo(Outcome.CONVERGED);
    assertSame(weights(engine, new double[20]), expected);
  }

  @Test
  void the_error_is_that_of_the_weights() {
    double[][] matrix = Matrices.sample(20, 25, 0.5, 3);
    ParityEngine engine = new ParityEngine(20);
    engine.solve(DenseCovariance.of(matrix), equal(20), 1e-6);
    double[] w = weights(engine, new double[20]);

    double total = 0;
    double[] contributions = new double[20];
    for (int i = 0; i < 20; i++) {
      for (int j = 0; j < 20; j++) {
        contributions[i] += w[i] * matrix[i][j] * w[j];
      }
      total += contributions[i];
    }
    double worst = 0;
    for (double contribution : contributions) {
      worst = Math.max(worst, Math.abs(20 * contribution / total - 1));
    }

    assertThat(engine.error()).isCloseTo(worst, within(1e-13)).isLessThan(1e-6).isPositive();
  }

  @Test
  void one_engine_serves_one_size() {
    ParityEngine engine = new ParityEngine(3);
    DenseCovariance four = DenseCovariance.of(Matrices.sample(4, 9, 1, 1));

    assertThatThrownBy(() -> engine.solve(four, equal(4), 1e-10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("room for 3");
  }

  private static double[] equal(int n) {
    double[] budgets = new double[n];
    Kernels.fill(budgets, 1, n);
    return budgets;
  }

  private static void assertSame(double[] found, double[] expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(found[i] / expected[i]).isCloseTo(1, within(1e-9));
    }
  }
}
