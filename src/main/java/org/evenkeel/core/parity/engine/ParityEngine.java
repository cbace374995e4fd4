package org.evenkeel.core.parity.engine;

import org.jspecify.annotations.Nullable;

/**
 * A reusable solver of budgeted risk parity for one number of sleeves, which allocates nothing once it is warm.
 *
 * <p>Example, in a loop over covariances of ten sleeves:
 *
 * <pre>{@code
 * ParityEngine engine = new ParityEngine(10);
 * DenseCovariance covariance = new DenseCovariance(10);
 * double[] weights = new double[10];
 * for (double[][] matrix : matrices) {
 *   covariance.load(matrix);
 *   if (engine.solve(covariance, budgets, 1e-10) == Outcome.CONVERGED) {
 *     engine.weights(weights);
 *   }
 * }
 * }</pre>
 *
 * <p>The numbers are taken as they are: whoever may have NaN, zero variances or an indefinite matrix asks
 * {@code RiskParity}, which checks first and certifies afterwards.
 *
 * <p>One or two sleeves have a formula; up to twelve are solved by Newton's method, more by conjugate gradients, and by a
 * damped Newton's method where those stall.
 *
 * <p>This class is not thread-safe: use one per thread. Equal inputs give equal bits on every machine.
 */
public final class ParityEngine {

  /** Up to here Newton's method on scalars is quicker than conjugate gradients; measured. */
  static final int TINY = BlockFactor.MOST;

  /** Steps after which an engine gives up if nobody says otherwise. */
  private static final int STEPS = 500;

  private final int n;
  private final Workspace workspace;
  private final Trace trace = new Trace();
  private final ConjugateGradient conjugateGradient;
  private final @Nullable TinyNewton tinyNewton;
  private final SafeNewton safeNewton;

  /** An engine for n sleeves, n from one. */
  public ParityEngine(int n) {
    if (n < 1) {
      throw new IllegalArgumentException("an engine needs at least one sleeve, found " + n);
    }
    this.n = n;
    this.workspace = new Workspace(n);
    this.conjugateGradient = new ConjugateGradient(workspace);
    this.tinyNewton = n <= TINY ? new TinyNewton(workspace) : null;
    this.safeNewton = new SafeNewton(workspace);
  }

  /** The number of sleeves. */
  public int size() {
    return n;
  }

  /**
   * Solves from scratch.
   *
   * @param covariance symmetric, variances above zero
   * @param budgets n numbers above zero; they are divided by their sum
   * @param tolerance largest |risk contribution / budget - 1| to stop at
   */
  public Outcome solve(CovarianceOperator covariance, double[] budgets, double tolerance) {
    return solve(covariance, budgets, tolerance, STEPS);
  }

  /** Solves from scratch in at most so many steps. */
  public Outcome solve(
      CovarianceOperator covariance, double[] budgets, double tolerance, int limit) {
    workspace.load(covariance, budgets);
    trace.begin();
    if (n <= 2) {
      return closedForm(covariance, tolerance);
    }
    workspace.start(covariance);
    trace.product();
    return run(
        n <= TINY ? Method.TINY_NEWTON : Method.CONJUGATE_GRADIENT, covariance, tolerance, limit);
  }

  /**
   * Solves from a start, for example yesterday's weights; saves one or two products of ten.
   *
   * @param start n numbers above zero, of any scale
   */
  public Outcome solveFrom(
      double[] start, CovarianceOperator covariance, double[] budgets, double tolerance) {
    workspace.load(covariance, budgets);
    trace.begin();
    workspace.start(start);
    return run(
        n <= TINY ? Method.TINY_NEWTON : Method.CONJUGATE_GRADIENT, covariance, tolerance, STEPS);
  }

  /** Solves with one method alone, for comparisons; {@link #solve} picks the right one by itself. */
  public Outcome solveBy(
      Method method, CovarianceOperator covariance, double[] budgets, double tolerance) {
    workspace.load(covariance, budgets);
    trace.begin();
    if (method == Method.CLOSED_FORM) {
      return closedForm(covariance, tolerance);
    }
    workspace.start(covariance);
    trace.product();
    return only(method, covariance, tolerance, STEPS);
  }

  private Outcome run(Method quick, CovarianceOperator covariance, double tolerance, int limit) {
    Outcome outcome =
        only(
            quick,
            covariance,
            tolerance,
            Math.min(limit, quick == Method.TINY_NEWTON ? 50 : 100 + n));
    if (outcome == Outcome.CONVERGED || trace.iterations() >= limit) {
      return outcome;
    }
    boolean usable = outcome == Outcome.STALLED;
    for (int i = 0; i < n; i++) {
      usable &= workspace.x[i] > 0 && workspace.x[i] < Double.POSITIVE_INFINITY;
    }
    if (!usable) {
      workspace.start(covariance);
    }
    return only(Method.SAFE_NEWTON, covariance, tolerance, limit - trace.iterations());
  }

  private Outcome only(Method method, CovarianceOperator covariance, double tolerance, int limit) {
    trace.with(method);
    return switch (method) {
      case TINY_NEWTON -> tiny().run(covariance, tolerance, limit, trace);
      case CONJUGATE_GRADIENT -> conjugateGradient.run(covariance, tolerance, limit, trace);
      case SAFE_NEWTON -> safeNewton.run(covariance, tolerance, limit, trace);
      case CLOSED_FORM -> closedForm(covariance, tolerance);
    };
  }

  private TinyNewton tiny() {
    if (tinyNewton == null) {
      throw new IllegalArgumentException(
          Method.TINY_NEWTON + " is for at most " + TINY + " sleeves, found " + n);
    }
    return tinyNewton;
  }

  /** With r = (x1 vol1) / (x2 vol2) and beta = b1 / b2, parity is r^2 + rho (1 - beta) r - beta = 0. */
  private Outcome closedForm(CovarianceOperator covariance, double tolerance) {
    double[] x = workspace.x;
    trace.with(Method.CLOSED_FORM);
    double first = StrictMath.sqrt(workspace.variance[0]);
    x[0] = 1 / first;
    if (n == 2) {
      double second = StrictMath.sqrt(workspace.variance[1]);
      covariance.row(0, workspace.s);
      double beta = workspace.b[0] / workspace.b[1];
      double half = workspace.s[1] / (first * second) * (1 - beta) / 2;
      double root = StrictMath.sqrt(half * half + beta);
      x[0] *= half > 0 ? beta / (root + half) : root - half;
      x[1] = 1 / second;
    }
    covariance.product(x, workspace.s);
    trace.product();
    if (!workspace.normalize()) {
      return trace.end(Outcome.NO_RISK, 1, Double.POSITIVE_INFINITY);
    }
    double error = workspace.error();
    return trace.end(error <= tolerance ? Outcome.CONVERGED : Outcome.STALLED, 1, error);
  }

  /** Writes the weights: n numbers above zero with sum one. */
  public void weights(double[] into) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += workspace.x[i];
    }
    for (int i = 0; i < n; i++) {
      into[i] = workspace.x[i] / sum;
    }
  }

  /** Writes the unscaled x, whose variance is one and whose x_i (S x)_i are the budgets. */
  public void unscaled(double[] into) {
    System.arraycopy(workspace.x, 0, into, 0, n);
  }

  /** The largest |risk contribution / budget - 1| of the last solve, from a fresh product. */
  public double error() {
    return trace.error();
  }

  /** Steps of the last solve, over all its methods. */
  public int iterations() {
    return trace.iterations();
  }

  /** Products with the matrix in the last solve. */
  public int products() {
    return trace.products();
  }

  /** Why the last solve stopped. */
  public Outcome outcome() {
    return trace.outcome();
  }

  /** What the last solve ended with. */
  public Method method() {
    return trace.method();
  }
}
