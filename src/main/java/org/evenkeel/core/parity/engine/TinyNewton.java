package org.evenkeel.core.parity.engine;

/**
 * Newton's method in relative coordinates u = dx / x for few sleeves.
 *
 * <p>The system (diag(b) + X S X) u = b - x Sx is factored as L D L' without roots.
 * From Choi and Chen's start three steps are usual.
 * Where the step is not safe it is shortened; where that does not help, {@link SafeNewton} goes on.
 */
final class TinyNewton {

  /** Steps without any improvement after which shortening is no help, or the rest is rounding. */
  private static final int PATIENCE = 4;

  private final Workspace w;
  private final double[][] rows;
  private final double[][] k;
  private final double[] u;
  private final double[] best;

  TinyNewton(Workspace workspace) {
    int n = workspace.n;
    this.w = workspace;
    this.rows = new double[n][workspace.m];
    this.k = new double[n][n];
    this.u = new double[n];
    this.best = new double[n];
  }

  Outcome run(CovarianceOperator covariance, double tolerance, int limit, Trace trace) {
    int n = w.n;
    for (int i = 0; i < n; i++) {
      covariance.row(i, rows[i]);
    }
    double bestError = Double.POSITIVE_INFINITY;
    int bestIteration = 0;
    int iteration = 0;
    for (; ; iteration++) {
      multiply();
      trace.product();
      if (!w.normalize()) {
        return trace.end(Outcome.NO_RISK, iteration, Double.POSITIVE_INFINITY);
      }
      double error = w.error();
      if (error <= tolerance) {
        return trace.end(Outcome.CONVERGED, iteration, error);
      }
      if (error < bestError) {
        bestError = error;
        bestIteration = iteration;
        System.arraycopy(w.x, 0, best, 0, n);
      }
      if (iteration >= limit || iteration - bestIteration >= PATIENCE || !step()) {
        break;
      }
    }
    System.arraycopy(best, 0, w.x, 0, n);
    return trace.end(Outcome.STALLED, iteration, bestError);
  }

  private void multiply() {
    int n = w.n;
    double[] x = w.x;
    for (int i = 0; i < n; i++) {
      double[] row = rows[i];
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += row[j] * x[j];
      }
      w.s[i] = sum;
    }
  }

  /** Moves x by one step; false if the system could not be solved. */
  private boolean step() {
    int n = w.n;
    double[] x = w.x;
    for (int i = 0; i < n; i++) {
      double[] row = rows[i];
      double[] ki = k[i];
      double xi = x[i];
      u[i] = w.b[i] - xi * w.s[i];
      for (int j = 0; j <= i; j++) {
        ki[j] = xi * row[j] * x[j];
      }
      ki[i] += w.b[i];
    }
    if (!solveInPlace(k, u, n)) {
      return false;
    }
    double length = length(u);
    for (int i = 0; i < n; i++) {
      x[i] *= 1 + length * u[i];
    }
    return true;
  }

  private static double length(double[] u) {
    double shrinking = 0;
    double largest = 0;
    for (double value : u) {
      if (-value > shrinking) {
        shrinking = -value;
      }
      if (Math.abs(value) > largest) {
        largest = Math.abs(value);
      }
    }
    return shrinking <= 0.5 && largest <= 3 ? 1 : 1 / (1 + largest);
  }

  /** Replaces u by the solution of k u; false if k, of which the lower half is read, is not positive definite. */
  private static boolean solveInPlace(double[][] k, double[] u, int n) {
    for (int j = 0; j < n; j++) {
      double pivot = k[j][j];
      if (!(pivot > 0)) {
        return false;
      }
      double inverse = 1 / pivot;
      double uj = u[j];
      for (int i = j + 1; i < n; i++) {
        double[] row = k[i];
        double factor = row[j] * inverse;
        for (int q = j + 1; q <= i; q++) {
          row[q] -= factor * k[q][j];
        }
        u[i] -= factor * uj;
      }
      u[j] = uj * inverse;
    }
    for (int i = n - 2; i >= 0; i--) {
      double sum = 0;
      for (int q = i + 1; q < n; q++) {
        sum += k[q][i] * u[q];
      }
      u[i] -= sum / k[i][i];
    }
    return true;
  }
}
