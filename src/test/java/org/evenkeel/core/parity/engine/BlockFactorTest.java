package org.evenkeel.core.parity.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockFactorTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 11, 12})
  void a_system_is_solved_at_every_size(int n) {
    int m = Kernels.padded(n);
    double[][] covariance = Matrices.sample(n, 3 * n, 1, n);
    double[] x = new double[m];
    double[] right = new double[m];
    Arrays.fill(x, 1);
    for (int i = 0; i < n; i++) {
      x[i] = 1 + i / 7.0;
      right[i] = i % 3 - 0.5;
    }
    double[] solved = right.clone();

    BlockFactor factor = new BlockFactor(n);
    factor.load(flat(covariance, m), m, x, diagonal(n, m));
    assertThat(factor.factor()).isTrue();
    factor.solve(solved);

    for (int i = 0; i < n; i++) {
      double left = (i + 1) * solved[i];
      for (int j = 0; j < n; j++) {
        left += x[i] * covariance[i][j] * x[j] * solved[j];
      }
      assertThat(left).as("row %d", i).isCloseTo(right[i], within(1e-11));
    }
    assertThat(Arrays.copyOfRange(solved, n, m)).isEqualTo(new double[m - n]);
  }

  @Test
  void a_matrix_that_is_not_positive_definite_is_found_in_its_last_block() {
    double[][] covariance = new double[10][10];
    for (int i = 0; i < 10; i++) {
      covariance[i][i] = 1;
    }
    covariance[0][9] = 20;
    covariance[9][0] = 20;
    double[] x = new double[16];
    Arrays.fill(x, 1);

    BlockFactor factor = new BlockFactor(10);
    factor.load(flat(covariance, 16), 16, x, diagonal(10, 16));

    assertThat(factor.factor()).isFalse();
  }

  /** 1, 2, 3 ... on the diagonal, and one from n on. */
  private static double[] diagonal(int n, int m) {
    double[] diagonal = new double[m];
    for (int i = 0; i < m; i++) {
      diagonal[i] = i < n ? i + 1 : 1;
    }
    return diagonal;
  }

  private static double[] flat(double[][] matrix, int m) {
    double[] flat = new double[m * m];
    for (int i = 0; i < matrix.length; i++) {
      System.arraycopy(matrix[i], 0, flat, i * m, matrix.length);
    }
    return flat;
  }
}
