package org.evenkeel.core.parity;

import org.evenkeel.core.parity.engine.Cholesky;
import org.evenkeel.core.parity.exact.ScaledProblem;

/**
 * The largest over the smallest eigenvalue of the correlations, without all the eigenvalues between.
 *
 * <p>Power iteration for the largest, inverse iteration on a Cholesky factor for the smallest, both from a fixed start.
 * Each Rayleigh quotient is on the inner side of its eigenvalue, so the number is a lower estimate, usually within a few
 * percent; it describes the matrix, and no certificate rests on it.
 * Beyond 1e12, where doubles cannot tell the smallest eigenvalue from zero, it is infinite.
 */
final class ConditionNumber {

  private static final int STEPS = 30;

  /** What is added to the diagonal so that a singular matrix can be factored. */
  private static final double SHIFT = 1e-13;

  private ConditionNumber() {}

  static double of(ScaledProblem problem) {
    int n = problem.size();
    double[][] correlation = new double[n][n];
    double[][] factor = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double both = StrictMath.sqrt(problem.row(i)[i] * problem.row(j)[j]);
        correlation[i][j] = i == j ? 1 : problem.row(i)[j] / both;
        factor[i][j] = correlation[i][j] + (i == j ? n * SHIFT : 0);
      }
    }
    if (!Cholesky.factor(factor)) {
      return Double.POSITIVE_INFINITY;
    }
    double[] v = start(n);
    double[] next = new double[n];
    double largest = 1;
    for (int k = 0; k < STEPS; k++) {
      for (int i = 0; i < n; i++) {
        next[i] = BudgetedRisk.dot(correlation[i], v);
      }
      largest = unit(next);
      System.arraycopy(next, 0, v, 0, n);
    }
    v = start(n);
    double inverse = 1;
    for (int k = 0; k < STEPS; k++) {
      Cholesky.solve(factor, v);
      inverse = unit(v);
    }
    double smallest = 1 / inverse - n * SHIFT;
    return smallest > largest * 1e-12 ? largest / smallest : Double.POSITIVE_INFINITY;
  }

  /** Nothing that a market's structure is likely to be at right angles to. */
  private static double[] start(int n) {
    double[] v = new double[n];
    for (int i = 0; i < n; i++) {
      v[i] = 1 + StrictMath.sqrt(i + 1) % 1;
    }
    unit(v);
    return v;
  }

  /** Scales to length one and returns the length. */
  private static double unit(double[] v) {
    double length = StrictMath.sqrt(BudgetedRisk.dot(v, v));
    for (int i = 0; i < v.length; i++) {
      v[i] /= length;
    }
    return length;
  }
}
