package org.evenkeel.core.parity.exact;

/**
 * What can be said about weights from the weights and the matrix alone, in doubled precision.
 *
 * <p>The bound: let u = dx / x be the way to the solution in relative terms, b the budgets, rc the contributions and
 * eta^2 = sum (rc - b)^2 / b the gradient's norm there, dual to |u|_b^2 = sum b u^2.
 * If I/4 + E S E is positive definite, E = diag(x / sqrt(b)), then within max |u| = 0.1 the Hessian is at least
 * (1/1.21 - 1/4) diag(b), so F grows outward on the sphere |u|_b = 2 eta, and the solution lies inside:
 * |u_i| is at most L = 2 eta / sqrt(min b), provided that L is at most 0.1.
 * This needs no knowledge of the eigenvalues of S. Scaling to sum one makes it 2 L / (1 - L).
 *
 * <p>This class is immutable and thread-safe.
 */
public final class Proof {

  private static final double SHIFT = 0.25;

  private final double[] weights;
  private final double[] tails;
  private final double[] fractions;
  private final double volatility;
  private final double error;
  private final double weightBound;

  /** Of holdings in the problem's units, of any scale, each a sum of two doubles. */
  public Proof(ScaledProblem problem, double[] high, double[] low) {
    int n = problem.size();
    this.weights = new double[n];
    this.tails = new double[n];
    this.fractions = new double[n];
    double[] xHigh = new double[n];
    double[] xLow = new double[n];
    normalize(problem, high, low, weights, tails);
    for (int i = 0; i < n; i++) {
      xHigh[i] = problem.scaled(i, weights[i]);
      xLow[i] = problem.scaled(i, tails[i]);
    }
    double[] sHigh = new double[n];
    double[] sLow = new double[n];
    problem.product(xHigh, xLow, sHigh, sLow);
    TwoFold total = ScaledProblem.dot(xHigh, xLow, sHigh, sLow, n);
    double rounding = rounding(problem, xHigh, total.high());
    TwoFold number = new TwoFold();
    double worst = 0;
    double squares = 0;
    double least = 1;
    for (int i = 0; i < n; i++) {
      double b = problem.budget(i);
      number.set(xHigh[i], xLow[i]).multiply(sHigh[i], sLow[i]);
      number.divide(total.high(), total.low());
      fractions[i] = number.high();
      double difference = number.add(-b, 0).high();
      worst = worse(worst, Math.abs(difference) / b);
      squares += difference * difference / b;
      least = Math.min(least, b);
      worst = weights[i] > 0 ? worst : Double.POSITIVE_INFINITY;
    }
    this.volatility = StrictMath.sqrt(Math.max(0, total.high()));
    this.error = worst + rounding;
    double bound = 2 * (StrictMath.sqrt(squares) + rounding) / StrictMath.sqrt(least);
    boolean convex = bound <= 0.1 && isConvex(problem, xHigh, xLow, total.high());
    this.weightBound = convex ? 2 * bound / (1 - bound) + 0x1p-52 : Double.POSITIVE_INFINITY;
  }

  private static void normalize(
      ScaledProblem problem, double[] high, double[] low, double[] weights, double[] tails) {
    TwoFold sum = new TwoFold();
    for (int i = 0; i < weights.length; i++) {
      sum.add(problem.original(i, high[i]), problem.original(i, low[i]));
    }
    TwoFold number = new TwoFold();
    for (int i = 0; i < weights.length; i++) {
      number.set(problem.original(i, high[i]), problem.original(i, low[i]));
      number.divide(sum.high(), sum.low());
      weights[i] = number.high();
      tails[i] = number.low();
    }
  }

  private static double rounding(ScaledProblem problem, double[] x, double total) {
    double[] unit = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      unit[i] = x[i] / StrictMath.sqrt(total);
    }
    return problem.rounding(unit);
  }

  private static double worse(double one, double other) {
    return other > one || Double.isNaN(other) ? other : one;
  }

  private static boolean isConvex(
      ScaledProblem problem, double[] xHigh, double[] xLow, double total) {
    int n = problem.size();
    double[] eHigh = new double[n];
    double[] eLow = new double[n];
    double largest = 0;
    for (int i = 0; i < n; i++) {
      double scale = 1 / StrictMath.sqrt(total * problem.budget(i));
      eHigh[i] = xHigh[i] * scale;
      eLow[i] = xLow[i] * scale;
      largest = Math.max(largest, eHigh[i] * eHigh[i] * problem.row(i)[i]);
    }
    if (largest * n * 0x1p-53 < 0.05) {
      return Hessian.factor(problem, eHigh, SHIFT, new double[n][n]);
    }
    return new TwoFoldCholesky(n).factor(problem, eHigh, eLow, SHIFT);
  }

  /** The weights as doubles, with sum one up to their rounding. */
  public double[] weights() {
    return weights.clone();
  }

  /** What the weights have beyond doubles. */
  public double[] tails() {
    return tails.clone();
  }

  /** The part of the variance that each sleeve bears. */
  public double[] fractions() {
    return fractions.clone();
  }

  public double volatility() {
    return volatility;
  }

  /** The largest |risk contribution / budget - 1| that the weights with their tails can have. */
  public double error() {
    return error;
  }

  /** The largest relative error that a weight can have, or infinity. */
  public double weightBound() {
    return weightBound;
  }

  /** The largest relative difference of a weight. */
  public double difference(Proof other) {
    TwoFold number = new TwoFold();
    double largest = 0;
    for (int i = 0; i < weights.length; i++) {
      number.set(weights[i], tails[i]).add(-other.weights[i], -other.tails[i]);
      largest = worse(largest, Math.abs(number.high() / other.weights[i]));
    }
    return largest;
  }
}
