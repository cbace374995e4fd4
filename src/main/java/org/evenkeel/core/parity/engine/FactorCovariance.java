package org.evenkeel.core.parity.engine;

import java.util.Arrays;

/**
 * The covariance of a factor model, D + B F B', in O(n k) per product.
 *
 * <p>Example: one market factor of variance 0.04 and betas 1 and 1.5 with residual variances 0.01 and 0.02 is
 * {@code new FactorCovariance(new double[][] {{1}, {1.5}}, new double[][] {{0.04}}, new double[] {0.01, 0.02})}.
 *
 * <p>This class is not thread-safe: products share a work array.
 */
public final class FactorCovariance implements CovarianceOperator {

  private final int n;
  private final int m;
  private final int k;
  private final double[] residual;
  private final double[][] loadings;
  private final double[][] factors;
  private final double[] exposure;
  private final double[] weighted;

  /**
   * Takes copies.
   *
   * @param loadings B, one row per sleeve with k numbers
   * @param factorCovariance F, k by k, symmetric and without negative eigenvalues
   * @param residualVariance D, one number per sleeve, zero or above
   */
  public FactorCovariance(
      double[][] loadings, double[][] factorCovariance, double[] residualVariance) {
    this.n = loadings.length;
    this.m = Kernels.padded(n);
    this.k = factorCovariance.length;
    if (residualVariance.length != n) {
      throw new IllegalArgumentException(
          n + " rows of loadings but " + residualVariance.length + " residual variances");
    }
    this.residual = Arrays.copyOf(residualVariance, m);
    this.loadings = new double[k][m];
    this.factors = new double[k][];
    for (int f = 0; f < k; f++) {
      factors[f] = Arrays.copyOf(factorCovariance[f], k);
      for (int i = 0; i < n; i++) {
        this.loadings[f][i] = loadings[i][f];
      }
    }
    this.exposure = new double[k];
    this.weighted = new double[k];
  }

  @Override
  public int size() {
    return n;
  }

  @Override
  public void diagonal(double[] into) {
    for (int i = 0; i < n; i++) {
      into[i] = entry(i, i) + residual[i];
    }
  }

  @Override
  public void product(double[] x, double[] into) {
    for (int f = 0; f < k; f++) {
      exposure[f] = Kernels.dot(loadings[f], x, m);
    }
    for (int f = 0; f < k; f++) {
      double sum = 0;
      for (int g = 0; g < k; g++) {
        sum += factors[f][g] * exposure[g];
      }
      weighted[f] = sum;
    }
    Kernels.combine(loadings, weighted, k, into, m);
    Kernels.addProduct(residual, x, into, m);
  }

  @Override
  public void row(int i, double[] into) {
    for (int j = 0; j < n; j++) {
      into[j] = entry(i, j);
    }
    into[i] += residual[i];
  }

  private double entry(int i, int j) {
    double sum = 0;
    for (int f = 0; f < k; f++) {
      double inner = 0;
      for (int g = 0; g < k; g++) {
        inner += factors[f][g] * loadings[g][j];
      }
      sum += loadings[f][i] * inner;
    }
    return sum;
  }
}
