package org.evenkeel.core.estimate.shrink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.evenkeel.core.estimate.GoldenReturns;
import org.junit.jupiter.api.Test;

/** Numbers of nonlinshrink 0.7, shrink_cov(X, k=0), on the same returns. */
class NonlinearShrinkageTest {

  @Test
  void more_rows_than_columns_as_nonlinshrink_does() {
    double[][] x = GoldenReturns.mirrored(15, 4);

    double[][] shrunk = NonlinearShrinkage.of(GoldenReturns.moments(x), 30).matrix();

    assertThat(shrunk[0])
        .containsExactly(
            new double[] {
              0.002652132441680003,
              0.001916723245192802,
              0.0034988997910632568,
              0.0011313830362747184
            },
            within(1e-14));
    assertThat(trace(shrunk)).isCloseTo(0.042919332885096584, within(1e-13));
  }

  @Test
  void fewer_rows_than_columns_as_nonlinshrink_does() {
    double[][] x = GoldenReturns.plain(15, 20);

    double[][] shrunk = NonlinearShrinkage.of(GoldenReturns.moments(x), 15).matrix();

    assertThat(Arrays.copyOf(shrunk[0], 4))
        .containsExactly(
            new double[] {
              0.003200413097697061,
              0.001984542054569695,
              0.003743840140809789,
              0.0011992093205994213
            },
            within(1e-10));
    assertThat(trace(shrunk)).isCloseTo(0.2283822194993015, within(1e-9));
  }

  @Test
  void eigenvalues_of_noise_come_nearer_to_the_truth() {
    Random random = new Random(5);
    double[][] x = new double[60][30];
    for (double[] row : x) {
      Arrays.setAll(row, i -> random.nextGaussian());
    }
    double[][] measured = GoldenReturns.moments(x);

    double[][] shrunk = NonlinearShrinkage.of(measured, 60).matrix();

    assertThat(distanceFromIdentity(shrunk)).isLessThan(0.3 * distanceFromIdentity(measured));
  }

  private static double trace(double[][] matrix) {
    double trace = 0;
    for (int i = 0; i < matrix.length; i++) {
      trace += matrix[i][i];
    }
    return trace;
  }

  private static double distanceFromIdentity(double[][] matrix) {
    double sum = 0;
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        double difference = matrix[i][j] - (i == j ? 1 : 0);
        sum += difference * difference;
      }
    }
    return StrictMath.sqrt(sum);
  }
}
