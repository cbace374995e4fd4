package org.evenkeel.core.parity.engine;

/**
 * Newton's method in relative coordinates u = dx / x for few sleeves.
 *
 * <p>The system (diag(b) + X S X) u = b - x Sx is factored as L D L' without roots, in {@link BlockFactor}.
 * The curvature of the logarithm is known exactly, so each factorization serves twice: a second solve, with b u^2 on
 * the right, makes the step one of third order (Chebyshev's method).
 * From Choi and Chen's start two or three steps are usual.
 * Where the step is not safe it is the plain one, shortened; where that does not help, {@link SafeNewton} goes on.
 */
final class TinyNewton {

  /** Steps without any improvement after which shortening is no help, or the rest is rounding. */
  private static final int PATIENCE = 4;

  private final Workspace w;

  /** The matrix, rows of m numbers with zeros from n on. */
  private final double[] flat;

  private final double[] row;

  /** The budgets, and one from n on. */
  private final double[] diagonal;

  private final BlockFactor factor;
  private final double[] u;
  private final double[] second;
  private final double[] best;

  /** For at most {@link BlockFactor#MOST} sleeves. */
  TinyNewton(Workspace workspace) {
    int m = workspace.m;
    this.w = workspace;
    this.flat = new double[m * m];
    this.row = new double[m];
    this.diagonal = new double[m];
    this.factor = new BlockFactor(workspace.n);
    this.u = new double[m];
    this.second = new double[m];
    this.best = new double[m];
    Kernels.fill(diagonal, 1, m);
  }

  Outcome run(CovarianceOperator covariance, double tolerance, int limit, Trace trace) {
    int n = w.n;
    for (int i = 0; i < n; i++) {
      covariance.row(i, row);
      System.arraycopy(row, 0, flat, i * w.m, n);
      diagonal[i] = w.b[i];
    }
    double bestError = Double.POSITIVE_INFINITY;
    int bestIteration = 0;
    int iteration = 0;
    for (; ; iteration++) {
      double error = measure(flat, w.x, w.s, w.b, w.inverse, n, w.m);
      trace.product();
      if (error < 0) {
        return trace.end(Outcome.NO_RISK, iteration, Double.POSITIVE_INFINITY);
      }
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

  /** Makes s = S x, scales both to x's = 1 and returns the error; below zero if x has no risk. */
  private static double measure(
      double[] a, double[] x, double[] s, double[] b, double[] inverse, int n, int m) {
    double total = 0;
    for (int i = 0; i < n; i++) {
      int at = i * m;
      double sum = BlockFactor.dot(a, at, x, 0);
      if (n > 4) {
        sum += BlockFactor.dot(a, at + 4, x, 4);
      }
      if (n > 8) {
        sum += BlockFactor.dot(a, at + 8, x, 8);
      }
      s[i] = sum;
      total += x[i] * sum;
    }
    if (!(total > 0)) {
      return -1;
    }
    double scale = 1 / StrictMath.sqrt(total);
    double error = 0;
    for (int i = 0; i < n; i++) {
      x[i] *= scale;
      s[i] *= scale;
      double relative = Math.abs(x[i] * s[i] - b[i]) * inverse[i];
      error = relative <= error ? error : relative;
    }
    return error;
  }

  /** Moves x by one step; false if the system could not be solved. */
  private boolean step() {
    int n = w.n;
    double[] x = w.x;
    for (int i = 0; i < n; i++) {
      u[i] = w.b[i] - x[i] * w.s[i];
    }
    factor.load(flat, w.m, x, diagonal);
    if (!factor.factor()) {
      return false;
    }
    factor.solve(u);
    double largest = 0;
    double shrinking = 0;
    for (int i = 0; i < n; i++) {
      double size = Math.abs(u[i]);
      largest = size > largest ? size : largest;
      shrinking = -u[i] > shrinking ? -u[i] : shrinking;
      second[i] = w.b[i] * u[i] * u[i];
    }
    if (largest <= 0.5) {
      factor.solve(second);
      for (int i = 0; i < n; i++) {
        x[i] *= 1 + (u[i] + second[i]);
      }
      return true;
    }
    double length = shrinking <= 0.5 && largest <= 3 ? 1 : 1 / (1 + largest);
    for (int i = 0; i < n; i++) {
      x[i] *= 1 + length * u[i];
    }
    return true;
  }
}
