package org.evenkeel.core.parity.exact;

import java.util.Arrays;
import org.evenkeel.core.parity.engine.Cholesky;

/**
 * Spinu's damped Newton's method on weights and residuals of doubled precision.
 *
 * <p>It makes a double solution exact: residuals of 32 digits and a factorization in doubles gain about ten digits per
 * step.
 * Where a hedge is so near to perfect that doubles cannot factor I + E S E, the factorization is doubled as well, and
 * the method converges from any start.
 *
 * <p>This class is not thread-safe.
 */
public final class ExactNewton {

  /** Why it stopped. */
  public enum End {
    /** The contributions are the budgets within the goal. */
    CONVERGED,
    /** It got no nearer, or used up its steps. */
    STALLED,
    /** The point is a combination whose risk is below the rounding of the matrix: {@link ScaledProblem#ROUNDING}. */
    NO_RISK
  }

  private static final int PATIENCE = 3;

  private final ScaledProblem problem;
  private final int n;
  private final double[] xHigh;
  private final double[] xLow;
  private final double[] sHigh;
  private final double[] sLow;
  private final double[] eHigh;
  private final double[] eLow;
  private final double[] residual;
  private final double[] v;
  private final int[] steps = new int[1];
  private final double[] error = {Double.POSITIVE_INFINITY};

  /** Starts at x in the problem's units, n numbers above zero. */
  public ExactNewton(ScaledProblem problem, double[] x) {
    this.problem = problem;
    this.n = problem.size();
    this.xHigh = Arrays.copyOf(x, n);
    this.xLow = new double[n];
    this.sHigh = new double[n];
    this.sLow = new double[n];
    this.eHigh = new double[n];
    this.eLow = new double[n];
    this.residual = new double[n];
    this.v = new double[n];
  }

  /** Goes on until the largest |risk contribution / budget - 1| is at most the goal. */
  public End run(double goal, int limit) {
    double best = Double.POSITIVE_INFINITY;
    int bestStep = steps[0];
    boolean doubled = false;
    double[][] plain = null;
    TwoFoldCholesky exact = null;
    while (true) {
      if (!normalize()) {
        return End.NO_RISK;
      }
      double now = measure();
      if (now <= goal) {
        return End.CONVERGED;
      }
      if (now < best / 4) {
        best = now;
        bestStep = steps[0];
      }
      if (!(now < Double.POSITIVE_INFINITY) || steps[0] >= limit) {
        return End.STALLED;
      }
      if (!doubled && (steps[0] - bestStep >= PATIENCE || tooCoarse())) {
        doubled = true;
        best = now;
        bestStep = steps[0];
      }
      if (doubled && best < 1e-6 && steps[0] - bestStep > PATIENCE) {
        return End.STALLED;
      }
      prepare();
      boolean factored;
      if (doubled) {
        exact = exact == null ? new TwoFoldCholesky(n) : exact;
        factored = factor(exact);
        if (factored) {
          exact.solve(v);
        }
      } else {
        plain = plain == null ? new double[n][n] : plain;
        factored = Hessian.factor(problem, eHigh, 1, plain);
        if (factored) {
          Cholesky.solve(plain, v);
        }
        doubled = !factored;
      }
      if (factored) {
        step();
      } else if (exact != null) {
        return End.STALLED;
      }
      steps[0]++;
    }
  }

  /**
   * Factors I + E S E, which is positive definite for every covariance.
   * A hedge that rounding has made better than perfect makes it indefinite; a larger shift still points downhill.
   */
  private boolean factor(TwoFoldCholesky exact) {
    for (double shift = 1; shift < 1e30; shift *= 8) {
      if (exact.factor(problem, eHigh, eLow, shift)) {
        return true;
      }
    }
    return false;
  }

  /** Whether rounding of I + E S E in doubles is as large as the identity in it. */
  private boolean tooCoarse() {
    double largest = 0;
    for (int i = 0; i < n; i++) {
      largest = Math.max(largest, xHigh[i] * xHigh[i] * problem.row(i)[i] / problem.budget(i));
    }
    return largest * n * 0x1p-53 > 0.1;
  }

  /** Scales to x's = 1; false if x has no more risk than rounding has. */
  private boolean normalize() {
    problem.product(xHigh, xLow, sHigh, sLow);
    TwoFold total = ScaledProblem.dot(xHigh, xLow, sHigh, sLow, n);
    double own = problem.own(xHigh);
    if (!(total.high() > ScaledProblem.ROUNDING * own * own)) {
      return false;
    }
    if (Math.abs(total.high() - 1) < 1e-9) {
      // Newton's steps see to the rest; a division would cost the last digits of each weight.
      return true;
    }
    total.root();
    TwoFold number = new TwoFold();
    for (int i = 0; i < n; i++) {
      number.set(xHigh[i], xLow[i]).divide(total.high(), total.low());
      xHigh[i] = number.high();
      xLow[i] = number.low();
      number.set(sHigh[i], sLow[i]).divide(total.high(), total.low());
      sHigh[i] = number.high();
      sLow[i] = number.low();
    }
    return true;
  }

  private double measure() {
    TwoFold number = new TwoFold();
    double worst = 0;
    for (int i = 0; i < n; i++) {
      double b = problem.budget(i);
      number.set(b, 0).addProduct(-xHigh[i], -xLow[i], sHigh[i], sLow[i]);
      residual[i] = number.high();
      double relative = Math.abs(number.high()) / b;
      worst = relative > worst || Double.isNaN(relative) ? relative : worst;
    }
    error[0] = worst;
    return worst;
  }

  private void prepare() {
    TwoFold number = new TwoFold();
    for (int i = 0; i < n; i++) {
      double root = StrictMath.sqrt(problem.budget(i));
      number.set(xHigh[i], xLow[i]).divide(root, 0);
      eHigh[i] = number.high();
      eLow[i] = number.low();
      v[i] = residual[i] / root;
      residual[i] = v[i];
    }
  }

  private void step() {
    double squared = 0;
    double least = 1;
    double shrinking = 0;
    for (int i = 0; i < n; i++) {
      double root = StrictMath.sqrt(problem.budget(i));
      squared += residual[i] * v[i];
      least = Math.min(least, root);
      v[i] /= root;
      shrinking = Math.max(shrinking, -v[i]);
    }
    boolean full = StrictMath.sqrt(Math.max(0, squared)) <= 0.36 * least;
    double length = full ? 1 : 1 / (1 + shrinking);
    TwoFold number = new TwoFold();
    for (int i = 0; i < n; i++) {
      number.set(xHigh[i], xLow[i]);
      number.addProduct(length * v[i], xHigh[i], xLow[i]);
      xHigh[i] = number.high();
      xLow[i] = number.low();
    }
  }

  /** Steps so far. */
  public int steps() {
    return steps[0];
  }

  /** The last error measured. */
  public double error() {
    return error[0];
  }

  /** The point, in the problem's units; not to be written to. */
  public double[] high() {
    return xHigh;
  }

  /** What the point has beyond doubles. */
  public double[] low() {
    return xLow;
  }
}
