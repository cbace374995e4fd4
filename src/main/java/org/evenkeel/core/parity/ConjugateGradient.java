package org.evenkeel.core.parity;

import org.evenkeel.core.parity.SolverCertificate.Algorithm;

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
 */
/** The fastest way for more than eight sleeves: nonlinear conjugate gradients, one matrix product per iteration. */
final class ConjugateGradient {

  /** No factor of ten in so many iterations is a stall. */
  private static final int PATIENCE = 15;

  private final BudgetedRisk problem;
  private final int n;
  private final double[] x;
  private final double[] s;
  private final double[] z;
  private final double[] sz;
  private final double[] d;
  private final double[] sd;
  private final double[] g;
  private final double[] u;

  private ConjugateGradient(BudgetedRisk problem, double[] start) {
    this.problem = problem;
    this.n = problem.size();
    this.x = start.clone();
    this.s = new double[n];
    this.z = new double[n];
    this.sz = new double[n];
    this.d = new double[n];
    this.sd = new double[n];
    this.g = new double[n];
    this.u = new double[n];
  }

  static Iterate solve(BudgetedRisk problem, double[] start, double tolerance, int maxIterations) {
    return new ConjugateGradient(problem, start)
        .run(tolerance, Math.min(25 + start.length, maxIterations));
  }

  private Iterate run(double tolerance, int maxIterations) {
    double rounding = 0;
    double decade = Double.POSITIVE_INFINITY;
    int decadeIteration = 0;
    double oldProduct = 0;
    boolean fresh = true;
    problem.product(x, s);
    for (int iteration = 0; iteration < maxIterations; iteration++) {
      double oldScale = scale();
      if (oldScale == 0) {
        return ended(iteration, Iterate.End.NO_RISK);
      }
      double error = problem.error(x, s);
      if (error < 1e-6 && rounding == 0) {
        rounding = problem.attainableError(x);
      }
      boolean atTheEnd = error <= Math.max(tolerance, rounding);
      if (atTheEnd && !fresh) {
        problem.product(x, s);
        fresh = true;
        continue;
      }
      if (atTheEnd) {
        // Where rounding hides the last digits, Newton's method still finds some of them.
        Iterate.End end = error <= tolerance ? Iterate.End.CONVERGED : Iterate.End.STALLED;
        return ended(iteration, end);
      }
      if (error < decade / 10) {
        decade = error;
        decadeIteration = iteration;
      } else if (iteration - decadeIteration > PATIENCE) {
        break;
      }
      oldProduct = direction(oldScale, oldProduct);
      fresh = false;
      double t = lineSearch(error);
      if (!(t > 0)) {
        break;
      }
      BudgetedRisk.add(x, t, d);
      BudgetedRisk.add(s, t, sd);
    }
    return ended(maxIterations, Iterate.End.STALLED);
  }

  private Iterate ended(int iterations, Iterate.End end) {
    return new Iterate(x, Algorithm.CONJUGATE_GRADIENT, iterations, end);
  }

  /** Scales x and s to x's = 1 and returns the factor; zero if x has no risk. */
  private double scale() {
    double before = x[0];
    return problem.normalize(x, s) ? x[0] / before : 0;
  }

  /** Makes the next d and Sd; takes and returns the product of gradient and preconditioned gradient. */
  private double direction(double scale, double oldProduct) {
    double product = 0;
    double withOld = 0;
    for (int i = 0; i < n; i++) {
      double residual = x[i] * s[i] - problem.budget(i);
      double gradient = residual / x[i];
      z[i] = residual * x[i] / (problem.variance(i) * x[i] * x[i] + problem.budget(i));
      product += gradient * z[i];
      withOld += g[i] * z[i];
      g[i] = gradient;
    }
    problem.product(z, sz);
    double beta =
        oldProduct > 0 ? Math.max(0, (product - withOld * scale) / oldProduct) * scale : 0;
    if (turn(beta) >= 0) {
      turn(0);
    }
    return product;
  }

  /** Sets d = beta d - z, and Sd and u = d/x with it; returns the slope of F along d. */
  private double turn(double beta) {
    double slope = 0;
    for (int i = 0; i < n; i++) {
      d[i] = beta * d[i] - z[i];
      sd[i] = beta * sd[i] - sz[i];
      u[i] = d[i] / x[i];
      slope += d[i] * s[i] - problem.budget(i) * u[i];
    }
    return slope;
  }

  /** The step to the minimum along d, by Newton's method on one variable. */
  private double lineSearch(double error) {
    double l = BudgetedRisk.dot(d, s);
    double h = BudgetedRisk.dot(d, sd);
    double shrinking = 0;
    for (int i = 0; i < n; i++) {
      shrinking = Math.max(shrinking, -u[i]);
    }
    double boundary = shrinking > 0 ? 1 / shrinking : Double.POSITIVE_INFINITY;
    int steps = error < 1e-3 ? 1 : 5;
    double t = 0;
    for (int k = 0; k < steps; k++) {
      double first = l + t * h;
      double second = h;
      for (int i = 0; i < n; i++) {
        double relative = u[i] / (1 + t * u[i]);
        first -= problem.budget(i) * relative;
        second += problem.budget(i) * relative * relative;
      }
      double next = Math.min(t - first / second, t + 0.9 * (boundary - t));
      boolean settled = Math.abs(next - t) < 2e-2 * next;
      t = next;
      if (settled || !(t > 0)) {
        break;
      }
    }
    return t;
  }
}
