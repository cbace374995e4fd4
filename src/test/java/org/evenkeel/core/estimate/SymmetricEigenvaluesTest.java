package org.evenkeel.core.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SymmetricEigenvaluesTest {

  @Test
  void equal_correlations_have_known_eigenvalues() {
    double[][] matrix = new double[20][20];
    for (int i = 0; i < 20; i++) {
      Arrays.fill(matrix[i], 0.3);
      matrix[i][i] = 1;
    }

    double[] values = SymmetricEigenvalues.of(matrix);

    assertThat(values[0]).isCloseTo(0.7, within(1e-13));
    assertThat(values[18]).isCloseTo(0.7, within(1e-13));
    assertThat(values[19]).isCloseTo(6.7, within(1e-13));
  }

  @Test
  void two_by_two_is_the_quadratic_formula() {
    double[] values = SymmetricEigenvalues.of(new double[][] {{2, 1}, {1, -3}});

    assertThat(values[0]).isCloseTo((-1 - StrictMath.sqrt(29)) / 2, within(1e-14));
    assertThat(values[1]).isCloseTo((-1 + StrictMath.sqrt(29)) / 2, within(1e-14));
  }

  @Test
  void sums_of_powers_are_those_of_the_matrix() {
    Random random = new Random(3);
    double[][] matrix = new double[50][50];
    double trace = 0;
    double squares = 0;
    for (int i = 0; i < 50; i++) {
      for (int j = 0; j <= i; j++) {
        matrix[i][j] = random.nextGaussian();
        matrix[j][i] = matrix[i][j];
        squares += (i == j ? 1 : 2) * matrix[i][j] * matrix[i][j];
      }
      trace += matrix[i][i];
    }

    double[] values = SymmetricEigenvalues.of(matrix);

    assertThat(Arrays.stream(values).sum()).isCloseTo(trace, within(1e-11));
    assertThat(Arrays.stream(values).map(v -> v * v).sum()).isCloseTo(squares, within(1e-9));
    assertThat(values).isSorted();
  }

  @Test
  void a_matrix_that_is_not_finite_has_no_eigenvalues() {
    assertThat(SymmetricEigenvalues.of(new double[][] {{1, Double.NaN}, {Double.NaN, 1}}))
        .containsOnly(Double.NaN);
  }
}
