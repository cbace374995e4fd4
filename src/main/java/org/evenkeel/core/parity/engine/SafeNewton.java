package org.evenkeel.core.parity.engine;

/**
 * Newton's method with a damping that is proven to converge (Spinu, "An algorithm for computing risk parity weights",
 * 2013), for problems on which the quicker ways stall.
 *
 * <p>The matrix I + E S E with E = diag(x / sqrt(b)) has no eigenvalue below one for any covariance, singular or not,
 * so its factorization cannot fail.
 * Only what shrinks a weight limits the step: 1 / (1 + delta) with delta the largest relative decrease.
 * Full steps are taken once the Newton decrement is below 0.36 times the root of the smallest budget.
 *
 * <p>Its n by n matrices are made at the first use and kept.
 */
final class SafeNewton {

  /** Steps without any improvement, near the end, after which the rest is rounding. */
  private static final int PATIENCE = 5;

  private final Workspace w;
  private final double[][][] matrices = new double[2][][];
  private final double[] e;
  private final double[] v;
  private final double[] residual;
  private final double[] best;

  SafeNewton(Workspace workspace) {
    int n = workspace.n;
    this.w = workspace;
    this.e = new double[n];
    this.v = new double[n];
    this.residual = new double[n];
    this.best = new double[n];
  }

  Outcome run(CovarianceOperator covariance, double tolerance, int limit, Trace trace) {
    int n = w.n;
    if (matrices[0] == null) {
      matrices[0] = new double[n][Kernels.padded(n)];
      matrices[1] = new double[n][n];
    }
    double[][] rows = matrices[0];
    for (int i = 0; i < n; i++) {
      covariance.row(i, rows[i]);
    }
    double bestError = Double.POSITIVE_INFINITY;
    int bestIteration = 0;
    int iteration = 0;
    for (; ; iteration++) {
      Kernels.combine(rows, w.x, n, w.s, w.m);
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
      boolean nearTheEnd = bestError < 1e-6;
      boolean slow = iteration - bestIteration >= (nearTheEnd ? PATIENCE : 10 * PATIENCE);
      if (slow || iteration >= limit || !step(rows, matrices[1])) {
        break;
      }
    }
    System.arraycopy(best, 0, w.x, 0, n);
    return trace.end(Outcome.STALLED, iteration, bestError);
  }

  /** Moves x by one damped step. */
  private boolean step(double[][] rows, double[][] k) {
    int n = w.n;
    double leastBudget = 1;
    for (int i = 0; i < n; i++) {
      double root = StrictMath.sqrt(w.b[i]);
      e[i] = w.x[i] / root;
      residual[i] = (w.b[i] - w.x[i] * w.s[i]) / root;
      v[i] = residual[i];
      leastBudget = Math.min(leastBudget, w.b[i]);
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        k[i][j] = e[i] * rows[i][j] * e[j];
      }
      k[i][i] += 1;
    }
    if (!Cholesky.factor(k)) {
      return false;
    }
    Cholesky.solve(k, v);
    double squared = 0;
    for (int i = 0; i < n; i++) {
      squared += residual[i] * v[i];
    }
    double decrement = StrictMath.sqrt(Math.max(0, squared));
    double shrinking = 0;
    for (int i = 0; i < n; i++) {
      v[i] /= StrictMath.sqrt(w.b[i]);
      shrinking = Math.max(shrinking, -v[i]);
    }
    boolean full = decrement <= 0.36 * StrictMath.sqrt(leastBudget);
    double length = full ? 1 : 1 / (1 + shrinking);
    for (int i = 0; i < n; i++) {
      w.x[i] *= 1 + length * v[i];
    }
    return true;
  }
}
