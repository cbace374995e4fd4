package org.evenkeel.core.parity.engine;

import java.util.Arrays;

/**
 * The covariance of a table of returns, c X'X, with a diagonal and a rank-one part that a shrinkage adds.
 *
 * <p>X'X is never formed: a product costs 2 n T, and T may be below n.
 * With w the shrinkage intensity, linear shrinkage to a diagonal target V is c = (1 - w)/T and diagonal w V; to a
 * constant correlation r with volatilities s it is c = (1 - w)/T, diagonal w (1 - r) s^2, and w r s s' of rank one
 * (Ledoit and Wolf 2004). Neither needs an n by n matrix.
 *
 * <p>This class is not thread-safe: products share a work array.
 */
public final class SampleCovariance implements CovarianceOperator {

  private final int n;
  private final int m;
  private final int periods;
  private final double[][] returns;
  private final double scale;
  private final double[] added;
  private final double[] direction;
  private final double strength;
  private final double[] portfolio;

  /**
   * Takes copies.
   *
   * @param returns X, one row per period with n numbers, already less their means where they should be
   * @param scale c
   * @param added the diagonal to add, n numbers
   * @param direction u, n numbers; all zero for none
   * @param strength the factor of u u'
   */
  public SampleCovariance(
      double[][] returns, double scale, double[] added, double[] direction, double strength) {
    this.n = added.length;
    this.m = Kernels.padded(n);
    this.periods = returns.length;
    this.returns = new double[periods][];
    for (int t = 0; t < periods; t++) {
      if (returns[t].length != n) {
        throw new IllegalArgumentException(
            "row " + t + " has " + returns[t].length + " returns, expected " + n);
      }
      this.returns[t] = Arrays.copyOf(returns[t], m);
    }
    this.scale = scale;
    this.added = Arrays.copyOf(added, m);
    this.direction = Arrays.copyOf(direction, m);
    this.strength = strength;
    this.portfolio = new double[periods];
  }

  /** The plain sample covariance X'X / T. */
  public static SampleCovariance of(double[][] returns) {
    int n = returns[0].length;
    return new SampleCovariance(returns, 1.0 / returns.length, new double[n], new double[n], 0);
  }

  @Override
  public int size() {
    return n;
  }

  @Override
  public void diagonal(double[] into) {
    for (int i = 0; i < n; i++) {
      into[i] = entry(i, i) + added[i];
    }
  }

  @Override
  public void product(double[] x, double[] into) {
    for (int t = 0; t < periods; t++) {
      portfolio[t] = scale * Kernels.dot(returns[t], x, m);
    }
    Kernels.combine(returns, portfolio, periods, into, m);
    Kernels.addProduct(added, x, into, m);
    if (strength != 0) {
      Kernels.add(direction, strength * Kernels.dot(direction, x, m), into, m);
    }
  }

  @Override
  public void row(int i, double[] into) {
    for (int j = 0; j < n; j++) {
      into[j] = entry(i, j);
    }
    into[i] += added[i];
  }

  private double entry(int i, int j) {
    double sum = 0;
    for (int t = 0; t < periods; t++) {
      sum += returns[t][i] * returns[t][j];
    }
    return scale * sum + strength * direction[i] * direction[j];
  }
}
