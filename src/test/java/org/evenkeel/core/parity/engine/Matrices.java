package org.evenkeel.core.parity.engine;

import java.util.Random;

/** Covariances for tests. */
final class Matrices {

  private Matrices() {}

  /** Returns of n series with a common factor. */
  static double[][] returns(int n, int observations, double factor, long seed) {
    Random random = new Random(seed);
    double[] scale = new double[n];
    for (int i = 0; i < n; i++) {
      scale[i] = StrictMath.pow(10, -2 * random.nextDouble());
    }
    double[][] rows = new double[observations][n];
    for (double[] row : rows) {
      double common = factor * random.nextGaussian();
      for (int i = 0; i < n; i++) {
        row[i] = scale[i] * (random.nextGaussian() + common);
      }
    }
    return rows;
  }

  /** Their covariance. */
  static double[][] sample(int n, int observations, double factor, long seed) {
    double[][] matrix = new double[n][n];
    for (double[] row : returns(n, observations, factor, seed)) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          matrix[i][j] += row[i] * row[j] / observations;
        }
      }
    }
    return matrix;
  }
}
