package org.evenkeel.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One matrix to solve, with its budgets and, where it has one, its factor structure.
 *
 * @param family name of the family
 * @param seed even for equal budgets, odd for random ones
 * @param covariance n by n, symmetric to the bit
 * @param budgets sum one
 * @param loadings n by k, empty rows if the family has no factors
 * @param residual variances beside the factors, empty if the family has no factors
 */
record MatrixCase(
    String family,
    int seed,
    double[][] covariance,
    double[] budgets,
    double[][] loadings,
    double[] residual) {

  int size() {
    return budgets.length;
  }

  boolean structured() {
    return residual.length > 0;
  }

  /** The name of its file. */
  String fileName() {
    return family + "-" + size() + "-" + seed + ".bin";
  }

  /** Writes n (as a double), the budgets and the rows, little-endian doubles, so that every peer reads the same bits. */
  void writeTo(Path folder) throws IOException {
    int n = size();
    ByteBuffer buffer =
        ByteBuffer.allocate(8 * (1 + n + n * n)).order(ByteOrder.LITTLE_ENDIAN).putDouble(n);
    for (double budget : budgets) {
      buffer.putDouble(budget);
    }
    for (double[] row : covariance) {
      for (double value : row) {
        buffer.putDouble(value);
      }
    }
    Files.write(folder.resolve(fileName()), buffer.array());
  }

  /** The largest |RC_i / (b_i x'Sx) - 1| of some weights, whoever found them and however they are scaled. */
  double error(double[] x) {
    int n = size();
    double[] contribution = new double[n];
    double total = 0;
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += covariance[i][j] * x[j];
      }
      contribution[i] = x[i] * sum;
      total += contribution[i];
    }
    double worst = 0;
    for (int i = 0; i < n; i++) {
      double relative = Math.abs(contribution[i] / (budgets[i] * total) - 1);
      worst = relative <= worst ? worst : relative;
    }
    return worst;
  }
}
