package org.evenkeel.core.parity.linear;

import java.util.Arrays;
import java.util.List;

/**
 * Sums and products of plain arrays, each in one fixed order.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class Vectors {

  private Vectors() {}

  /** The inner product of two arrays of the same length. */
  public static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  /** The sum of an array. */
  public static double sum(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += value;
    }
    return sum;
  }

  /** The product of a matrix, given by rows, and an array. */
  public static double[] product(double[][] matrix, double[] x) {
    double[] result = new double[matrix.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = dot(matrix[i], x);
    }
    return result;
  }

  /** The array divided by its sum. */
  public static double[] normalized(double[] x) {
    double sum = sum(x);
    double[] result = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      result[i] = x[i] / sum;
    }
    return result;
  }

  /** The numbers as an immutable list. */
  public static List<Double> list(double[] x) {
    return Arrays.stream(x).boxed().toList();
  }

  /** The roots of a matrix's diagonal: volatilities of a covariance. */
  public static double[] rootsOfDiagonal(double[][] matrix) {
    double[] roots = new double[matrix.length];
    for (int i = 0; i < roots.length; i++) {
      roots[i] = StrictMath.sqrt(matrix[i][i]);
    }
    return roots;
  }

  /** The correlations of a covariance whose variances are above zero; the diagonal is exactly one, nothing is rounded. */
  public static double[][] correlation(double[][] covariance) {
    int n = covariance.length;
    double[] volatility = rootsOfDiagonal(covariance);
    double[][] correlation = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double value = covariance[i][j] / (volatility[i] * volatility[j]);
        correlation[i][j] = Math.max(-1, Math.min(1, value));
        correlation[j][i] = correlation[i][j];
      }
      correlation[i][i] = 1;
    }
    return correlation;
  }
}
