package org.evenkeel.bench;

import java.util.Arrays;

/**
 * Cyclical coordinate descent in plain Java, as the published kernels do it, with Sx kept up to date.
 *
 * <p>Each coordinate is set to the root of S_ii x^2 + a x - b = 0 (Griveau-Billion, Richard and Roncalli 2013), from
 * equal weights with 1'S1 x^2 = 1. It runs a given number of sweeps and tests nothing: an oracle tells the number.
 */
final class JavaDescent {

  private final double[][] covariance;
  private final double[] budgets;
  private final double[] x;
  private final double[] s;

  JavaDescent(MatrixCase made) {
    this.covariance = made.covariance();
    this.budgets = made.budgets();
    this.x = new double[budgets.length];
    this.s = new double[budgets.length];
  }

  double[] run(int sweeps) {
    double total = 0;
    for (int i = 0; i < x.length; i++) {
      double sum = 0;
      for (double value : covariance[i]) {
        sum += value;
      }
      s[i] = sum;
      total += sum;
    }
    double level = Math.sqrt(1 / total);
    Arrays.fill(x, level);
    for (int i = 0; i < x.length; i++) {
      s[i] *= level;
    }
    for (int sweep = 0; sweep < sweeps; sweep++) {
      for (int i = 0; i < x.length; i++) {
        double variance = covariance[i][i];
        double a = s[i] - variance * x[i];
        double next = (Math.sqrt(a * a + 4 * variance * budgets[i]) - a) / (2 * variance);
        add(s, next - x[i], covariance[i]);
        x[i] = next;
      }
    }
    return x;
  }

  private static void add(double[] y, double factor, double[] row) {
    for (int i = 0; i < y.length; i++) {
      y[i] += factor * row[i];
    }
  }

  /** The fewest sweeps that reach the tolerance, at most {@code most}; -1 if those do not. */
  static int oracle(MatrixCase made, double tolerance, int most) {
    JavaDescent descent = new JavaDescent(made);
    int high = 1;
    while (high <= most && made.error(descent.run(high)) > tolerance) {
      high *= 2;
    }
    if (high > most) {
      return -1;
    }
    int low = high / 2;
    while (high - low > 1) {
      int middle = (low + high) / 2;
      if (made.error(descent.run(middle)) > tolerance) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
