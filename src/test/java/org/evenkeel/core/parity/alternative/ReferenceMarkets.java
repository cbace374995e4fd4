package org.evenkeel.core.parity.alternative;

import java.util.Random;

/** Covariances whose answers were computed elsewhere, and random ones. */
public final class ReferenceMarkets {

  private ReferenceMarkets() {}

  /** Six sleeves, quietest first; the correlations are positive definite. */
  public static double[][] six() {
    return covariance(
        new double[] {0.1, 0.174, 0.217, 0.342, 0.434, 0.676},
        new double[][] {
          {},
          {0.402},
          {-0.028, 0.538},
          {0.043, 0.23, 0.267},
          {0.284, 0.742, 0.671, 0.262},
          {0.227, 0.148, -0.087, -0.004, 0.077}
        });
  }

  /** Nine sleeves, quietest first. */
  public static double[][] nine() {
    return covariance(
        new double[] {0.158, 0.161, 0.315, 0.451, 0.501, 0.531, 0.679, 0.724, 0.882},
        new double[][] {
          {},
          {-0.265},
          {-0.122, -0.177},
          {-0.013, 0.02, -0.004},
          {0.493, -0.216, -0.06, -0.009},
          {0.058, -0.257, 0.079, -0.007, 0.056},
          {0.483, -0.115, -0.095, -0.007, 0.304, 0.016},
          {0.037, -0.513, 0.18, -0.014, 0.064, 0.205, -0.02},
          {0.404, 0.384, -0.258, 0.007, 0.215, -0.181, 0.297, -0.425}
        });
  }

  /** Volatilities and the correlations below the diagonal. */
  public static double[][] covariance(double[] volatility, double[][] below) {
    int n = volatility.length;
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        matrix[i][j] = below[i][j] * volatility[i] * volatility[j];
        matrix[j][i] = matrix[i][j];
      }
      matrix[i][i] = volatility[i] * volatility[i];
    }
    return matrix;
  }

  /** A sample covariance of full rank with two common factors. */
  public static double[][] random(int n, long seed) {
    Random random = new Random(seed);
    double[] scale = new double[n];
    double[] first = new double[n];
    for (int i = 0; i < n; i++) {
      scale[i] = StrictMath.pow(10, -1.5 * random.nextDouble());
      first[i] = random.nextGaussian();
    }
    int rows = 3 * n + 5;
    double[][] matrix = new double[n][n];
    for (int t = 0; t < rows; t++) {
      double common = random.nextGaussian();
      double other = random.nextGaussian();
      double[] row = new double[n];
      for (int i = 0; i < n; i++) {
        row[i] = scale[i] * (random.nextGaussian() + common + first[i] * other);
      }
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          matrix[i][j] += row[i] * row[j] / rows;
        }
      }
    }
    return matrix;
  }

  /** The matrix with rows and columns in another order: sleeve i of the result is order[i] of the input. */
  public static double[][] reordered(double[][] matrix, int[] order) {
    double[][] result = new double[order.length][order.length];
    for (int i = 0; i < order.length; i++) {
      for (int j = 0; j < order.length; j++) {
        result[i][j] = matrix[order[i]][order[j]];
      }
    }
    return result;
  }

  /** The numbers 0 to n - 1 in an order that a seed decides. */
  public static int[] shuffled(int n, long seed) {
    Random random = new Random(seed);
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  /** w'Sw. */
  public static double variance(double[][] matrix, double[] weights) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      for (int j = 0; j < weights.length; j++) {
        sum += weights[i] * matrix[i][j] * weights[j];
      }
    }
    return sum;
  }
}
