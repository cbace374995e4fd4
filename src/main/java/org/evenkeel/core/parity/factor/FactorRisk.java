package org.evenkeel.core.parity.factor;

import java.util.Optional;
import org.evenkeel.core.parity.linear.PositiveDefinite;
import org.evenkeel.core.parity.linear.Vectors;

/**
 * The decomposition of a portfolio's variance by factors: Roncalli and Weisang, "Risk parity portfolios with risk
 * factors", 2016.
 *
 * <p>With loadings A (sleeves by factors) a portfolio x has the factor exposures y = A'x, and with A+ = (A'A)^-1 A' the
 * factor j bears y_j (A+ S x)_j of the variance; the rest belongs to what no factor spans.
 * Shares may be negative: a factor can hedge another.
 *
 * <p>Nobody writes to the arrays after construction, so this class is thread-safe.
 */
public final class FactorRisk {

  private final double[][] covariance;
  private final double[][] loadings;
  private final double[][] inverse;
  private final double[][] inverseTimesCovariance;

  private FactorRisk(double[][] covariance, double[][] loadings, double[][] inverse) {
    this.covariance = covariance;
    this.loadings = loadings;
    this.inverse = inverse;
    this.inverseTimesCovariance = new double[inverse.length][];
    for (int j = 0; j < inverse.length; j++) {
      inverseTimesCovariance[j] = Vectors.product(covariance, inverse[j]);
    }
  }

  /**
   * The decomposition over factors; empty if their loadings are linearly dependent.
   *
   * @param covariance symmetric, sleeves by sleeves
   * @param loadings one row per factor, one column per sleeve
   */
  public static Optional<FactorRisk> of(double[][] covariance, double[][] loadings) {
    int m = loadings.length;
    double[][] gram = new double[m][m];
    for (int j = 0; j < m; j++) {
      for (int k = 0; k < m; k++) {
        gram[j][k] = Vectors.dot(loadings[j], loadings[k]);
      }
    }
    return PositiveDefinite.of(gram, 1e-10)
        .map(solver -> new FactorRisk(covariance, loadings, columns(solver, loadings)));
  }

  /** The rows of A+. */
  private static double[][] columns(PositiveDefinite solver, double[][] loadings) {
    int m = loadings.length;
    int n = loadings[0].length;
    double[][] inverse = new double[m][n];
    for (int i = 0; i < n; i++) {
      double[] column = new double[m];
      for (int j = 0; j < m; j++) {
        column[j] = loadings[j][i];
      }
      double[] solved = solver.solve(column);
      for (int j = 0; j < m; j++) {
        inverse[j][i] = solved[j];
      }
    }
    return inverse;
  }

  /** The number of factors. */
  public int factors() {
    return loadings.length;
  }

  /** The number of sleeves. */
  public int sleeves() {
    return covariance.length;
  }

  /** The share of the variance that each factor bears; one less their sum is the share of no factor. */
  public double[] shares(double[] x) {
    double[] s = Vectors.product(covariance, x);
    double variance = Vectors.dot(x, s);
    double[] shares = new double[loadings.length];
    for (int j = 0; j < shares.length; j++) {
      shares[j] = Vectors.dot(loadings[j], x) * Vectors.dot(inverse[j], s) / variance;
    }
    return shares;
  }

  /** The change of each share (row) with the logarithm of each holding (column). */
  double[][] sensitivities(double[] x) {
    double[] s = Vectors.product(covariance, x);
    double variance = Vectors.dot(x, s);
    double[] shares = shares(x);
    double[][] result = new double[loadings.length][x.length];
    for (int j = 0; j < result.length; j++) {
      double exposure = Vectors.dot(loadings[j], x);
      double marginal = Vectors.dot(inverse[j], s);
      for (int i = 0; i < x.length; i++) {
        double change = loadings[j][i] * marginal + exposure * inverseTimesCovariance[j][i];
        result[j][i] = x[i] * (change - 2 * shares[j] * s[i]) / variance;
      }
    }
    return result;
  }

  /** Holdings of which those with the largest loading on a factor are e times as large, or 1 / e times. */
  double[] tilted(double[] x, int factor, int sign) {
    double largest = 0;
    for (double loading : loadings[factor]) {
      largest = Math.max(largest, Math.abs(loading));
    }
    double[] tilted = x.clone();
    for (int i = 0; i < x.length && largest > 0; i++) {
      tilted[i] *= StrictMath.exp(sign * loadings[factor][i] / largest);
    }
    return tilted;
  }

  /** A' S^-1 A, or empty if the covariance is singular. */
  Optional<double[][]> precision() {
    return PositiveDefinite.of(covariance, 1e-12)
        .map(
            solver -> {
              int m = loadings.length;
              double[][] matrix = new double[m][m];
              for (int k = 0; k < m; k++) {
                double[] solved = solver.solve(loadings[k]);
                for (int j = 0; j < m; j++) {
                  matrix[j][k] = Vectors.dot(loadings[j], solved);
                }
              }
              return matrix;
            });
  }

  /** S^-1 A v: the portfolio whose covariances with the sleeves are spanned by the factors. */
  double[] spanned(double[] v) {
    double[] right = new double[covariance.length];
    for (int j = 0; j < v.length; j++) {
      for (int i = 0; i < right.length; i++) {
        right[i] += v[j] * loadings[j][i];
      }
    }
    return PositiveDefinite.of(covariance, 0).orElseThrow().solve(right);
  }
}
