package org.evenkeel.vector;

import org.evenkeel.core.parity.engine.CovarianceOperator;
import org.evenkeel.core.parity.engine.Kernels;

/**
 * A covariance with all its numbers whose product reads half of them, with the incubating Vector API.
 *
 * <p>Example: {@code new ParityEngine(500).solve(VectorCovariance.of(matrix), budgets, 1e-10)}, with Java started with
 * {@code --add-modules jdk.incubator.vector}.
 *
 * <p>Worth its while from about 50 sleeves on; below, and wherever bits must be equal on every machine,
 * {@link org.evenkeel.core.parity.engine.DenseCovariance} is the one to take: the lanes of this machine decide in which
 * order is summed here.
 *
 * <p>This class is not thread-safe while it is loaded.
 */
public final class VectorCovariance implements CovarianceOperator {

  private final int n;
  private final int m;
  private final double[][] rows;

  /** Room for n sleeves; all zero until {@link #load}. */
  public VectorCovariance(int n) {
    this.n = n;
    this.m = Kernels.padded(n);
    if (m % SymmetricProduct.BLOCK != 0) {
      throw new IllegalStateException("vectors of " + m + " do not divide into blocks");
    }
    this.rows = new double[m][m];
  }

  /** The covariance of a symmetric matrix, which is copied. */
  public static VectorCovariance of(double[][] matrix) {
    VectorCovariance covariance = new VectorCovariance(matrix.length);
    covariance.load(matrix);
    return covariance;
  }

  /** Copies a symmetric matrix in; allocates nothing. */
  public void load(double[][] matrix) {
    if (matrix.length != n) {
      throw new IllegalArgumentException("room for " + n + " sleeves, found " + matrix.length);
    }
    for (int i = 0; i < n; i++) {
      System.arraycopy(matrix[i], 0, rows[i], 0, n);
    }
  }

  @Override
  public int size() {
    return n;
  }

  @Override
  public void diagonal(double[] into) {
    for (int i = 0; i < n; i++) {
      into[i] = rows[i][i];
    }
  }

  @Override
  public void product(double[] x, double[] into) {
    SymmetricProduct.multiply(rows, x, into, m);
  }

  @Override
  public void row(int i, double[] into) {
    System.arraycopy(rows[i], 0, into, 0, n);
  }
}
