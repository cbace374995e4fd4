package org.evenkeel.core.parity.exact;

import org.evenkeel.core.parity.engine.DenseCovariance;
import org.evenkeel.core.parity.engine.Kernels;

/**
 * The problem in units in which every variance lies in [1, 4).
 *
 * <p>The units are powers of two, so the scaling is exact and no product overflows or loses digits, whatever the units
 * of the input.
 *
 * <p>This class is immutable and thread-safe; it keeps the budgets that it is given.
 */
public final class ScaledProblem {

  /**
   * The square of the least volatility that a combination must have, as a part of the sum of its sleeves' own, to be
   * told from one without risk.
   *
   * <p>Changing each entry s_ij of the matrix by this part of sqrt(s_ii s_jj), its rounding, changes the variance of
   * long-only weights by up to this part of (sum w_i vol_i)^2.
   * So below it the numbers given are those of a combination without any risk, as far as doubles can tell.
   */
  public static final double ROUNDING = 0x1p-52;

  private final int n;
  private final int[] powers;
  private final double[][] matrix;
  private final double[] budgets;

  /**
   * Takes a symmetric matrix of finite numbers with variances above zero, and budgets above zero with sum one.
   */
  public ScaledProblem(double[][] covariance, double[] budgets) {
    this.n = budgets.length;
    this.powers = new int[n];
    this.matrix = new double[n][];
    this.budgets = budgets;
    for (int i = 0; i < n; i++) {
      powers[i] = -Math.floorDiv(Math.getExponent(covariance[i][i]), 2);
    }
    for (int i = 0; i < n; i++) {
      matrix[i] = new double[Kernels.padded(n)];
      for (int j = 0; j < n; j++) {
        matrix[i][j] = scale(scale(covariance[i][j], powers[i]), powers[j]);
      }
    }
  }

  private static double scale(double value, int power) {
    return Math.scalb(value, power);
  }

  public int size() {
    return n;
  }

  /** The budget of a sleeve; all sum to one. */
  public double budget(int i) {
    return budgets[i];
  }

  /** The budgets; not to be written to. */
  public double[] budgets() {
    return budgets;
  }

  /** A row of the scaled matrix; not to be written to. */
  public double[] row(int i) {
    return matrix[i];
  }

  /** A holding in these units, given in those of the input. */
  public double scaled(int i, double holding) {
    return scale(holding, -powers[i]);
  }

  /** A holding in the units of the input, given in these. */
  public double original(int i, double holding) {
    return scale(holding, powers[i]);
  }

  /** The scaled matrix for the engine. */
  public DenseCovariance covariance() {
    return DenseCovariance.over(matrix);
  }

  /** S x, each number to about 32 digits of its own. */
  public void product(double[] high, double[] low, double[] intoHigh, double[] intoLow) {
    LongSum sum = new LongSum();
    TwoFold number = new TwoFold();
    for (int i = 0; i < n; i++) {
      double[] row = matrix[i];
      sum.clear();
      for (int j = 0; j < n; j++) {
        sum.addProduct(row[j], high[j], low[j]);
      }
      sum.into(number);
      intoHigh[i] = number.high();
      intoLow[i] = number.low();
    }
  }

  /** x's in doubled precision. */
  public static TwoFold dot(double[] xHigh, double[] xLow, double[] sHigh, double[] sLow, int n) {
    TwoFold sum = new TwoFold();
    for (int i = 0; i < n; i++) {
      sum.addProduct(xHigh[i], xLow[i], sHigh[i], sLow[i]);
    }
    return sum;
  }

  /** The variance of a combination in doubled precision, as a part of (sum |x_i| vol_i)^2; may be below zero. */
  public double riskPart(double[] x) {
    double[] low = new double[n];
    double[] sHigh = new double[n];
    double[] sLow = new double[n];
    product(x, low, sHigh, sLow);
    return dot(x, low, sHigh, sLow, n).high() / (own(x) * own(x));
  }

  /** sum |x_i| vol_i. */
  public double own(double[] x) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Math.abs(x[i]) * StrictMath.sqrt(matrix[i][i]);
    }
    return sum;
  }

  /** The part of a budget by which rounding in {@link #product} can move a contribution of an x with x's = 1. */
  public double rounding(double[] x) {
    double worst = 0;
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += Math.abs(matrix[i][j] * x[j]);
      }
      worst = Math.max(worst, x[i] * sum / budgets[i]);
    }
    return 0x1p-145 * n * worst + 0x1p-50;
  }
}
