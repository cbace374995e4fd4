package org.evenkeel.core.estimate.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NearestCorrelationTest {

  /** Higham 2002, section 4; more digits from statsmodels 0.15.0, corr_nearest. */
  @Test
  void the_example_of_the_paper() {
    NearestCorrelation nearest =
        NearestCorrelation.to(new double[][] {{1, 1, 0}, {1, 1, 1}, {0, 1, 1}});

    assertThat(nearest.correlation()[0])
        .containsExactly(new double[] {1, 0.7606898534, 0.1572981061}, within(1e-9));
    assertThat(nearest.distance()).isCloseTo(0.5278, within(5e-5));
    assertThat(nearest.iterations()).isPositive();
  }

  @Test
  void a_correlation_matrix_stays_bit_by_bit() {
    double[][] correlation = {{1, 0.3, 0.1}, {0.3, 1, -0.7}, {0.1, -0.7, 1}};

    NearestCorrelation nearest = NearestCorrelation.to(correlation);

    assertThat(nearest.correlation()).isDeepEqualTo(correlation);
    assertThat(nearest.distance()).isZero();
  }

  @Test
  void perfectly_correlated_sleeves_need_no_repair() {
    double[][] ones = {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}};

    assertThat(NearestCorrelation.to(ones).distance()).isZero();
  }

  @Test
  void what_comes_out_is_a_correlation_matrix_nearer_than_clipped_eigenvalues() {
    Random random = new Random(4);
    for (int trial = 0; trial < 20; trial++) {
      double[][] wild = wild(random, 3 + trial % 10);

      NearestCorrelation nearest = NearestCorrelation.to(wild);

      double[][] found = nearest.correlation();
      assertThat(SymmetricEigen.of(found).values()[0]).isGreaterThan(-1e-12);
      for (int i = 0; i < found.length; i++) {
        assertThat(found[i][i]).isEqualTo(1);
      }
      assertThat(nearest.distance()).isCloseTo(distance(found, wild), within(1e-12));
      assertThat(nearest.distance()).isLessThan(distance(clipped(wild), wild));
    }
  }

  private static double[][] wild(Random random, int n) {
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      matrix[i][i] = 1;
      for (int j = 0; j < i; j++) {
        matrix[i][j] = 2 * random.nextDouble() - 1;
        matrix[j][i] = matrix[i][j];
      }
    }
    matrix[1][0] = 1;
    matrix[0][1] = 1;
    matrix[2][0] = 0.9;
    matrix[0][2] = 0.9;
    matrix[2][1] = -0.9;
    matrix[1][2] = -0.9;
    return matrix;
  }

  private static double[][] clipped(double[][] matrix) {
    SymmetricEigen eigen = SymmetricEigen.of(matrix);
    double[] values = eigen.values();
    for (int k = 0; k < values.length; k++) {
      values[k] = Math.max(0, values[k]);
    }
    return NearestCorrelation.rescaled(eigen.with(values));
  }

  private static double distance(double[][] a, double[][] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        sum += (a[i][j] - b[i][j]) * (a[i][j] - b[i][j]);
      }
    }
    return StrictMath.sqrt(sum);
  }
}
