package org.evenkeel.core.parity.engine;

/*
 * Nonlinear conjugate gradients on F(x) = x'Sx/2 - sum b log x, preconditioned by the diagonal of the Hessian,
 * S_ii + b_i/x_i^2 (Polak-Ribiere with restarts).
 *
 * Why it is quick: the gradient and the line search need only s = Sx and Sd, and Sd follows from the recurrence
 * Sd := beta Sd - Sz, so one product with the matrix per iteration is all there is. Along x + t d the function is
 * t l + t^2 h/2 - sum b log(1 + t d/x), so the search for t costs no product. Scaling x to x'Sx = 1 in each iteration
 * is the exact minimum along the ray and removes the one large eigenvalue of the relative Hessian; for nonnegative
 * correlations the rest of the spectrum lies in [1, 2], hence about eight iterations whatever the size.
 *
 * Every step lowers F and keeps x positive. The recurrences drift, so the end is always checked on a fresh product.
 * Strong hedges (relative Hessian up to 1/(1-|rho|)) stall it: SafeNewton goes on from where it stopped.
 *
 * Elementwise work is in loops that compilers turn into vector instructions; sums are in loops of their own.
 */
/** The fastest way for more than a few sleeves: nonlinear conjugate gradients, one matrix product per iteration. */
final class ConjugateGradient {

  private static final int ERROR = 0;
  private static final int PRODUCT = 1;
  private static final int WITH_OLD = 2;
  private static final int SLOPE = 3;
  private static final int QUADRATIC = 4;
  private static final int BENT = 5;
  private static final int FIRST = 6;
  private static final int SECOND = 7;
  private static final int LEAST_BUDGET = 8;

  private final Workspace w;
  private final double[] z;
  private final double[] sz;
  private final double[] d;
  private final double[] sd;
  private final double[] g;
  private final double[] old;
  private final double[] inverseX;
  private final double[] u;
  private final double[] bent;
  private final double[] off;
  private final double[] relative;

  /** Sums that a loop leaves for the next step. */
  private final double[] sums;

  ConjugateGradient(Workspace workspace) {
    int m = workspace.m;
    this.w = workspace;
    this.z = new double[m];
    this.sz = new double[m];
    this.d = new double[m];
    this.sd = new double[m];
    this.g = new double[m];
    this.old = new double[m];
    this.inverseX = new double[m];
    this.u = new double[m];
    this.bent = new double[m];
    this.off = new double[m];
    this.relative = new double[m];
    this.sums = new double[LEAST_BUDGET + 1];
  }

  /** Goes on from the workspace's x; leaves x scaled to x'Sx = 1, its product and error. */
  Outcome run(CovarianceOperator covariance, double tolerance, int limit, Trace trace) {
    int m = w.m;
    int patience = 15 + w.n / 20;
    double decade = Double.POSITIVE_INFINITY;
    int decadeIteration = 0;
    double oldProduct = 0;
    boolean fresh = true;
    sums[LEAST_BUDGET] = w.leastBudget();
    Kernels.fill(d, 0, m);
    Kernels.fill(sd, 0, m);
    Kernels.fill(old, 0, m);
    covariance.product(w.x, w.s);
    trace.product();
    for (int iteration = 0; ; ) {
      double total = Kernels.dot(w.x, w.s, m);
      if (!(total > 0)) {
        return trace.end(Outcome.NO_RISK, iteration, Double.POSITIVE_INFINITY);
      }
      double scale = 1 / StrictMath.sqrt(total);
      residual(scale, w.x, w.s, w.b, w.inverse, w.variance, off, g, z, inverseX, m);
      errors(off, g, z, old, sums, m);
      double error = sums[ERROR];
      if (error <= tolerance) {
        if (fresh) {
          return trace.end(Outcome.CONVERGED, iteration, error);
        }
        covariance.product(w.x, w.s);
        trace.product();
        fresh = true;
        continue;
      }
      if (error < decade / 10) {
        decade = error;
        decadeIteration = iteration;
      }
      boolean slow = iteration - decadeIteration > (error < 1e-8 ? patience - 10 : patience);
      if (iteration >= limit || slow || !(error < Double.POSITIVE_INFINITY)) {
        return trace.end(Outcome.STALLED, iteration, error);
      }
      iteration++;
      covariance.product(z, sz);
      trace.product();
      fresh = false;
      double t = step(oldProduct, scale, error);
      if (!(t > 0)) {
        return trace.end(Outcome.STALLED, iteration, error);
      }
      oldProduct = sums[PRODUCT];
      move(t, d, sd, w.x, w.s, m);
      System.arraycopy(g, 0, old, 0, m);
    }
  }

  /** Makes the next d, Sd and d/x, and the step along it. */
  private double step(double oldProduct, double scale, double error) {
    double beta =
        oldProduct > 0
            ? Math.max(0, (sums[PRODUCT] - sums[WITH_OLD] * scale) / oldProduct) * scale
            : 0;
    turn(beta, z, sz, inverseX, w.b, d, sd, u, bent, w.m);
    slopes(g, d, sd, bent, sums, w.m);
    if (beta > 0 && !(sums[SLOPE] < 0)) {
      turn(0, z, sz, inverseX, w.b, d, sd, u, bent, w.m);
      slopes(g, d, sd, bent, sums, w.m);
    }
    return lineSearch(u, w.b, relative, sums, error < 1e-3 ? 1 : 5, w.m);
  }

  private static void residual(
      double scale,
      double[] x,
      double[] s,
      double[] b,
      double[] inverseB,
      double[] variance,
      double[] off,
      double[] g,
      double[] z,
      double[] inverseX,
      int m) {
    for (int i = 0; i < m; i++) {
      double xi = x[i] * scale;
      double si = s[i] * scale;
      double residual = xi * si - b[i];
      double curvature = variance[i] * xi * xi + b[i];
      double both = 1 / (xi * curvature);
      double inverse = curvature * both;
      x[i] = xi;
      s[i] = si;
      off[i] = Math.abs(residual) * inverseB[i];
      inverseX[i] = inverse;
      g[i] = residual * inverse;
      z[i] = residual * xi * xi * both;
    }
  }

  private static void errors(
      double[] off, double[] g, double[] z, double[] old, double[] sums, int m) {
    double e0 = 0;
    double e1 = 0;
    double e2 = 0;
    double e3 = 0;
    double p0 = 0;
    double p1 = 0;
    double p2 = 0;
    double p3 = 0;
    double o0 = 0;
    double o1 = 0;
    double o2 = 0;
    double o3 = 0;
    for (int i = 0; i < m; i += 4) {
      e0 = off[i] <= e0 ? e0 : off[i];
      e1 = off[i + 1] <= e1 ? e1 : off[i + 1];
      e2 = off[i + 2] <= e2 ? e2 : off[i + 2];
      e3 = off[i + 3] <= e3 ? e3 : off[i + 3];
      p0 += g[i] * z[i];
      p1 += g[i + 1] * z[i + 1];
      p2 += g[i + 2] * z[i + 2];
      p3 += g[i + 3] * z[i + 3];
      o0 += old[i] * z[i];
      o1 += old[i + 1] * z[i + 1];
      o2 += old[i + 2] * z[i + 2];
      o3 += old[i + 3] * z[i + 3];
    }
    double even = e0 <= e2 ? e2 : e0;
    double odd = e1 <= e3 ? e3 : e1;
    sums[ERROR] = even <= odd ? odd : even;
    sums[PRODUCT] = (p0 + p2) + (p1 + p3);
    sums[WITH_OLD] = (o0 + o2) + (o1 + o3);
  }

  private static void turn(
      double beta,
      double[] z,
      double[] sz,
      double[] inverseX,
      double[] b,
      double[] d,
      double[] sd,
      double[] u,
      double[] bent,
      int m) {
    for (int i = 0; i < m; i++) {
      double di = beta * d[i] - z[i];
      double ui = di * inverseX[i];
      d[i] = di;
      sd[i] = beta * sd[i] - sz[i];
      u[i] = ui;
      bent[i] = b[i] * ui * ui;
    }
  }

  private static void slopes(
      double[] g, double[] d, double[] sd, double[] bent, double[] sums, int m) {
    double l0 = 0;
    double l1 = 0;
    double l2 = 0;
    double l3 = 0;
    double h0 = 0;
    double h1 = 0;
    double h2 = 0;
    double h3 = 0;
    double b0 = 0;
    double b1 = 0;
    double b2 = 0;
    double b3 = 0;
    for (int i = 0; i < m; i += 4) {
      l0 += g[i] * d[i];
      l1 += g[i + 1] * d[i + 1];
      l2 += g[i + 2] * d[i + 2];
      l3 += g[i + 3] * d[i + 3];
      h0 += sd[i] * d[i];
      h1 += sd[i + 1] * d[i + 1];
      h2 += sd[i + 2] * d[i + 2];
      h3 += sd[i + 3] * d[i + 3];
      b0 += bent[i];
      b1 += bent[i + 1];
      b2 += bent[i + 2];
      b3 += bent[i + 3];
    }
    sums[SLOPE] = (l0 + l2) + (l1 + l3);
    sums[QUADRATIC] = (h0 + h2) + (h1 + h3);
    sums[BENT] = (b0 + b2) + (b1 + b3);
  }

  /**
   * The step to the minimum along d, by Newton's method on one variable, inside of what keeps x positive.
   *
   * <p>Along it the slope is that at its start, plus t (d'Sd + sum b u^2 / (1 + t u)).
   */
  private static double lineSearch(
      double[] u, double[] b, double[] relative, double[] sums, int steps, int m) {
    double slope = sums[SLOPE];
    double quadratic = sums[QUADRATIC];
    double t = -slope / (quadratic + sums[BENT]);
    // No u can be larger than this: far from the boundary it need not be looked for.
    double largest = StrictMath.sqrt(sums[BENT] / sums[LEAST_BUDGET]);
    double boundary = Double.POSITIVE_INFINITY;
    if (!(t * largest < 0.5)) {
      boundary = 1 / shrinking(u, m);
      t = Math.min(t, 0.9 * boundary);
    }
    for (int k = 1; k < steps && t > 0; k++) {
      relatives(u, t, relative, m);
      curvatures(b, u, relative, sums, m);
      double first = slope + t * (quadratic + sums[FIRST]);
      double second = quadratic + sums[SECOND];
      double next = Math.min(t - first / second, t + 0.9 * (boundary - t));
      boolean settled = Math.abs(next - t) < 2e-2 * next;
      t = next;
      if (settled) {
        break;
      }
    }
    return t;
  }

  private static double shrinking(double[] u, int m) {
    double least = 0;
    for (int i = 0; i < m; i++) {
      if (u[i] < least) {
        least = u[i];
      }
    }
    return -least;
  }

  /** u / (1 + t u): the direction relative to where the step has come to. */
  private static void relatives(double[] u, double t, double[] into, int m) {
    for (int i = 0; i < m; i++) {
      into[i] = u[i] / (1 + t * u[i]);
    }
  }

  private static void curvatures(double[] b, double[] u, double[] relative, double[] sums, int m) {
    double first0 = 0;
    double first1 = 0;
    double second0 = 0;
    double second1 = 0;
    for (int i = 0; i < m; i += 2) {
      double part0 = b[i] * relative[i];
      double part1 = b[i + 1] * relative[i + 1];
      first0 += part0 * u[i];
      first1 += part1 * u[i + 1];
      second0 += part0 * relative[i];
      second1 += part1 * relative[i + 1];
    }
    sums[FIRST] = first0 + first1;
    sums[SECOND] = second0 + second1;
  }

  private static void move(double t, double[] d, double[] sd, double[] x, double[] s, int m) {
    for (int i = 0; i < m; i++) {
      x[i] += t * d[i];
      s[i] += t * sd[i];
    }
  }
}
