package org.evenkeel.core.parity;

import java.util.Arrays;

/**
 * The problem that risk parity is: min x'Sx / 2 - sum b log x over x above zero.
 *
 * <p>Its minimizer has x_i (Sx)_i = b_i: risk contributions equal to the budgets, and x'Sx = 1.
 * Everything is summed in one fixed order without fused operations, so every machine gets the same bits.
 *
 * <p>The matrix is symmetric with a diagonal above zero; {@link CovarianceCheck} has seen to that.
 * Nobody writes to it, so this class is thread-safe.
 */
final class BudgetedRisk {

  /** Below this part of its sleeves' own volatility, the risk of a combination cannot be seen in doubles. */
  static final double NO_RISK = 1e-7;

  private final double[][] covariance;
  private final double[] budgets;
  private final double[] volatility;

  BudgetedRisk(double[][] covariance, double[] budgets) {
    this.covariance = covariance;
    this.budgets = budgets;
    this.volatility = new double[budgets.length];
    for (int i = 0; i < budgets.length; i++) {
      volatility[i] = StrictMath.sqrt(covariance[i][i]);
    }
  }

  int size() {
    return budgets.length;
  }

  /** The budget of a sleeve; all sum to one. */
  double budget(int i) {
    return budgets[i];
  }

  double variance(int i) {
    return covariance[i][i];
  }

  double volatility(int i) {
    return volatility[i];
  }

  double[] row(int i) {
    return covariance[i];
  }

  /** S x; rows are added up one after the other, which a compiler can turn into vector instructions. */
  void product(double[] x, double[] into) {
    multiply(covariance, x, into);
  }

  /** Choi and Chen's start: the exact solution if all correlations were equal to each row's average. */
  double[] start() {
    int n = size();
    double[] x = new double[n];
    double[] s = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = 1 / volatility[i];
    }
    product(x, s);
    double total = dot(x, s);
    if (!(total > 0)) {
      return x;
    }
    double root = StrictMath.sqrt(total);
    for (int i = 0; i < n; i++) {
      double a = (x[i] * s[i] - 1) / (2 * root);
      double reach = StrictMath.sqrt(a * a + budgets[i]);
      x[i] *= a > 0 ? budgets[i] / (reach + a) : reach - a;
    }
    return x;
  }

  /** Scales x and s = Sx to x's = 1; false if x has no risk, so that it proves there is no solution. */
  boolean normalize(double[] x, double[] s) {
    double total = dot(x, s);
    double parts = dot(x, volatility);
    if (!(total > NO_RISK * NO_RISK * parts * parts)) {
      return false;
    }
    double scale = 1 / StrictMath.sqrt(total);
    for (int i = 0; i < x.length; i++) {
      x[i] *= scale;
      s[i] *= scale;
    }
    return true;
  }

  /** The largest |x s / b - 1| of an x that is scaled to x's = 1. */
  double error(double[] x, double[] s) {
    double error = 0;
    for (int i = 0; i < x.length; i++) {
      double relative = Math.abs(x[i] * s[i] - budgets[i]) / budgets[i];
      error = relative > error || Double.isNaN(relative) ? relative : error;
    }
    return error;
  }

  /** The error that rounding alone makes, which no iteration gets below: large for near-perfect hedges. */
  double attainableError(double[] x) {
    int n = x.length;
    double worst = 0;
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += Math.abs(covariance[i][j]) * x[j];
      }
      worst = Math.max(worst, x[i] * sum / budgets[i]);
    }
    return 4 * 0x1p-52 * worst;
  }

  /** What each holding adds to the variance: x_i (Sx)_i, in sum the variance. */
  static double[] contributions(double[][] covariance, double[] x) {
    double[] s = new double[x.length];
    multiply(covariance, x, s);
    for (int i = 0; i < x.length; i++) {
      s[i] *= x[i];
    }
    return s;
  }

  private static void multiply(double[][] matrix, double[] x, double[] into) {
    Arrays.fill(into, 0);
    for (int j = 0; j < x.length; j++) {
      add(into, x[j], matrix[j]);
    }
  }

  /** y := y + factor * x. */
  static void add(double[] y, double factor, double[] x) {
    for (int i = 0; i < y.length; i++) {
      y[i] += factor * x[i];
    }
  }

  static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  static double sum(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += value;
    }
    return sum;
  }
}
