package org.evenkeel.core.parity.factor;

import java.util.Arrays;
import java.util.Optional;
import org.evenkeel.core.estimate.matrix.SymmetricEigen;
import org.evenkeel.core.parity.linear.Vectors;

/**
 * The uncorrelated bets that are nearest to the sleeves themselves, and how many of them a portfolio makes: Meucci,
 * Santangelo and Deguest, "Risk budgeting and diversification based on optimized uncorrelated factors", 2015.
 *
 * <p>The torsion is the linear map of standardized returns to uncorrelated ones with the least tracking error to the
 * sleeves; p is the part of the variance that each bet bears, and exp(-sum p log p) the effective number of bets, from 1
 * to the number of sleeves.
 * Principal components would do the same with bets that have no name and jump from day to day, so this is what is
 * reported.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class MinimumTorsion {

  private static final int MAX_STEPS = 1000;

  /** A smallest eigenvalue of the correlations below which there is no inverse worth having. */
  private static final double SINGULAR = 1e-10;

  private MinimumTorsion() {}

  /**
   * The part of the variance that each sleeve's bet bears, with sum one.
   *
   * @param covariance with variances above zero
   * @param weights not all zero
   * @return empty if the correlations are singular
   */
  public static Optional<double[]> diversification(double[][] covariance, double[] weights) {
    double[][] correlation = Vectors.correlation(covariance);
    SymmetricEigen eigen = SymmetricEigen.of(correlation);
    double[] values = eigen.values();
    int n = values.length;
    if (!(values[0] > SINGULAR)) {
      return Optional.empty();
    }
    double[] roots = new double[n];
    for (int i = 0; i < n; i++) {
      roots[i] = StrictMath.sqrt(values[i]);
    }
    double[][] root = eigen.with(roots);
    double[] scale = new double[n];
    double[][] rotated = rotation(root, correlation, scale);
    double[] held = new double[n];
    for (int i = 0; i < n; i++) {
      held[i] = weights[i] * StrictMath.sqrt(covariance[i][i]);
    }
    // With z = x f the bets, x = D q c^-1 and q orthogonal, exposures are (x')^-1 held = D^-1 q c
    // held.
    double[] bets = Vectors.product(rotated, Vectors.product(root, held));
    double[] parts = new double[n];
    for (int i = 0; i < n; i++) {
      parts[i] = bets[i] * bets[i];
    }
    return Optional.of(Vectors.normalized(parts));
  }

  /** exp of the entropy of parts with sum one: 1 if one part is all, n if all are alike. */
  public static double effectiveNumber(double[] parts) {
    double entropy = 0;
    for (double part : parts) {
      if (part > 0) {
        entropy -= part * StrictMath.log(part);
      }
    }
    return StrictMath.exp(entropy);
  }

  /** The orthogonal q of the fixed point D = diag(q c), q = (D c c D)^(-1/2) D c, by iteration from D = 1. */
  private static double[][] rotation(double[][] root, double[][] correlation, double[] scale) {
    int n = scale.length;
    Arrays.fill(scale, 1);
    double[][] rotation = new double[n][n];
    for (int step = 0; step < MAX_STEPS; step++) {
      rotation = polar(root, correlation, scale);
      double change = 0;
      for (int i = 0; i < n; i++) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
          sum += rotation[i][k] * root[k][i];
        }
        change = Math.max(change, Math.abs(sum - scale[i]));
        scale[i] = sum;
      }
      if (change < 1e-13) {
        break;
      }
    }
    return rotation;
  }

  private static double[][] polar(double[][] root, double[][] correlation, double[] scale) {
    int n = scale.length;
    double[][] scaled = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        scaled[i][j] = scale[i] * correlation[i][j] * scale[j];
      }
    }
    SymmetricEigen eigen = SymmetricEigen.of(scaled);
    double[] inverses = eigen.values();
    for (int i = 0; i < n; i++) {
      inverses[i] = 1 / StrictMath.sqrt(inverses[i]);
    }
    double[][] inverseRoot = eigen.with(inverses);
    double[][] q = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          q[i][j] += inverseRoot[i][k] * scale[k] * root[k][j];
        }
      }
    }
    return q;
  }
}
