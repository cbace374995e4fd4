package org.evenkeel.core.parity.engine;

/** The problem and the point where the engine is; entries from n on are set so that no loop needs to know n. */
final class Workspace {

  final int n;
  final int m;

  /** Budgets with sum one, and zero from n on. */
  final double[] b;

  /** One over the budgets, and zero from n on. */
  final double[] inverse;

  /** Variances, and one from n on. */
  final double[] variance;

  /** The unscaled weights, and one from n on. */
  final double[] x;

  /** S x, and zero from n on. */
  final double[] s;

  Workspace(int n) {
    this.n = n;
    this.m = Kernels.padded(n);
    this.b = new double[m];
    this.inverse = new double[m];
    this.variance = new double[m];
    this.x = new double[m];
    this.s = new double[m];
    Kernels.fill(variance, 1, m);
    Kernels.fill(x, 1, m);
  }

  void load(CovarianceOperator covariance, double[] budgets) {
    if (covariance.size() != n || budgets.length < n) {
      throw new IllegalArgumentException(
          "room for " + n + " sleeves, found " + covariance.size() + " and " + budgets.length);
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += budgets[i];
    }
    for (int i = 0; i < n; i++) {
      b[i] = budgets[i] / sum;
      inverse[i] = sum / budgets[i];
    }
    for (int i = n; i < m; i++) {
      x[i] = 1;
    }
    covariance.diagonal(variance);
  }

  /** Choi and Chen's start: the exact solution if all correlations were equal to each row's average. */
  void start(CovarianceOperator covariance) {
    for (int i = 0; i < n; i++) {
      x[i] = 1 / StrictMath.sqrt(variance[i]);
    }
    covariance.product(x, s);
    double total = Kernels.dot(x, s, m);
    if (total > 0) {
      double half = 0.5 / StrictMath.sqrt(total);
      for (int i = 0; i < n; i++) {
        double a = (x[i] * s[i] - 1) * half;
        double reach = StrictMath.sqrt(a * a + b[i]);
        x[i] *= a > 0 ? b[i] / (reach + a) : reach - a;
      }
    }
  }

  void start(double[] weights) {
    for (int i = 0; i < n; i++) {
      if (!(weights[i] > 0) || !(weights[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("a start must be above zero, found " + weights[i]);
      }
      x[i] = weights[i];
    }
  }

  /** Scales x and s to x's = 1; false if x has no risk that double arithmetic can see. */
  boolean normalize() {
    double total = Kernels.dot(x, s, m);
    if (!(total > 0)) {
      return false;
    }
    double scale = 1 / StrictMath.sqrt(total);
    for (int i = 0; i < n; i++) {
      x[i] *= scale;
      s[i] *= scale;
    }
    return true;
  }

  /** The largest |x s / b - 1| of an x that is scaled to x's = 1. */
  double error() {
    double error = 0;
    for (int i = 0; i < n; i++) {
      double relative = Math.abs(x[i] * s[i] - b[i]) * inverse[i];
      error = relative > error || Double.isNaN(relative) ? relative : error;
    }
    return error;
  }

  /** The smallest of the n budgets. */
  double leastBudget() {
    double least = 1;
    for (int i = 0; i < n; i++) {
      least = Math.min(least, b[i]);
    }
    return least;
  }
}
