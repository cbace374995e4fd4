package org.evenkeel.core.estimate.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SymmetricEigenTest {

  @Test
  void each_vector_is_only_stretched() {
    for (int n : new int[] {1, 2, 3, 7, 40}) {
      double[][] matrix = random(n, n);
      SymmetricEigen eigen = SymmetricEigen.of(matrix);
      for (int k = 0; k < n; k++) {
        double[] v = eigen.vector(k);
        for (int i = 0; i < n; i++) {
          assertThat(dot(matrix[i], v)).isCloseTo(eigen.values()[k] * v[i], within(1e-12));
        }
        assertThat(dot(v, v)).isCloseTo(1, within(1e-14));
      }
      assertThat(eigen.values()).isSorted();
    }
  }

  @Test
  void rotations_find_the_same_values() {
    double[][] matrix = random(25, 3);
    double[] values = new double[25];
    Jacobi.decompose(matrix, values, new double[25][25]);
    Arrays.sort(values);

    assertThat(SymmetricEigen.of(matrix).values()).containsExactly(values, within(1e-12));
  }

  @Test
  void the_largest_entry_of_each_vector_is_positive() {
    double[][] matrix = random(9, 8);
    SymmetricEigen eigen = SymmetricEigen.of(matrix);

    for (int k = 0; k < 9; k++) {
      double[] v = eigen.vector(k);
      double most = Arrays.stream(v).max().orElseThrow();
      double least = Arrays.stream(v).min().orElseThrow();
      assertThat(most).isGreaterThanOrEqualTo(-least);
    }
  }

  @Test
  void the_same_values_make_the_same_matrix_again() {
    double[][] matrix = random(12, 5);
    SymmetricEigen eigen = SymmetricEigen.of(matrix);

    double[][] again = eigen.with(eigen.values());

    for (int i = 0; i < 12; i++) {
      assertThat(again[i]).containsExactly(matrix[i], within(1e-13));
    }
  }

  @Test
  void tiny_huge_and_zero_matrices_are_decomposed_too() {
    double[][] matrix = {{2, 1, 0}, {1, 2, 0}, {0, 0, 5}};
    for (double scale : new double[] {1e-200, 1, 1e150}) {
      double[][] scaled = new double[3][3];
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          scaled[i][j] = scale * matrix[i][j];
        }
      }
      assertThat(SymmetricEigen.of(scaled).values())
          .containsExactly(new double[] {scale, 3 * scale, 5 * scale}, within(1e-14 * scale));
    }
    assertThat(SymmetricEigen.of(new double[4][4]).values()).containsOnly(0.0);
  }

  /** An interpreter and an optimizing compiler may round differently only if the code lets them. */
  @Test
  void interpreted_and_compiled_code_find_the_same_bits() throws Exception {
    long compiled = 0;
    for (int repeat = 0; repeat < 30; repeat++) {
      compiled = bits();
    }

    assertThat(interpreted()).isEqualTo(Long.toString(compiled));
  }

  public static void main(String[] arguments) {
    System.out.print(bits());
  }

  private static long bits() {
    long hash = 7;
    for (int n : new int[] {2, 3, 10, 30, 60}) {
      SymmetricEigen eigen = SymmetricEigen.of(random(n, n));
      for (int k = 0; k < n; k++) {
        hash = 31 * hash + Arrays.hashCode(eigen.vector(k));
      }
      hash = 31 * hash + Arrays.hashCode(eigen.values());
    }
    return hash;
  }

  private static String interpreted() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-Xint",
                "-cp",
                System.getProperty("java.class.path"),
                SymmetricEigenTest.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return output;
  }

  private static double[][] random(int n, long seed) {
    Random random = new Random(seed);
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        matrix[i][j] = random.nextGaussian();
        matrix[j][i] = matrix[i][j];
      }
    }
    return matrix;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
