package org.evenkeel.core.parity;

import java.util.Arrays;

/** Richard and Roncalli's problem in a box as they solve it: bisection on lambda, one weight after another inside. */
final class SlowBoxParity {

  private SlowBoxParity() {}

  static double[] solve(double[][] covariance, double[] budgets, ParityConstraints constraints) {
    double low = 1e-12;
    double high = 1e6;
    double[] x = new double[budgets.length];
    for (int step = 0; step < 120; step++) {
      double middle = StrictMath.sqrt(low * high);
      x = weights(covariance, budgets, constraints, middle);
      double sum = 0;
      for (double one : x) {
        sum += one;
      }
      if (sum < 1) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return x;
  }

  private static double[] weights(
      double[][] covariance, double[] budgets, ParityConstraints constraints, double lambda) {
    int n = budgets.length;
    double[] x = new double[n];
    Arrays.fill(x, 1.0 / n);
    double change = 1;
    for (int sweep = 0; sweep < 2000 && change > 1e-15; sweep++) {
      change = 0;
      for (int i = 0; i < n; i++) {
        double others = 0;
        for (int j = 0; j < n; j++) {
          others += j == i ? 0 : covariance[i][j] * x[j];
        }
        double root = StrictMath.sqrt(others * others + 4 * covariance[i][i] * lambda * budgets[i]);
        double best = (root - others) / (2 * covariance[i][i]);
        double next =
            Math.max(constraints.lower().get(i), Math.min(constraints.upper().get(i), best));
        change = Math.max(change, Math.abs(next - x[i]));
        x[i] = next;
      }
    }
    return x;
  }
}
