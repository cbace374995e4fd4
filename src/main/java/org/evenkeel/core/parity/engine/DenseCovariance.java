package org.evenkeel.core.parity.engine;

import java.util.Arrays;

/**
 * A covariance with all its numbers, one array per row.
 *
 * <p>Rows as arrays of their own, not one flat array: only so do today's compilers prove that the loops do not overlap
 * and use vector instructions.
 *
 * <p>This class is not thread-safe while it is loaded.
 */
public final class DenseCovariance implements CovarianceOperator {

  private final int n;
  private final int m;
  private final double[][] rows;

  /** Room for n sleeves; all zero until {@link #load}. */
  public DenseCovariance(int n) {
    this.n = n;
    this.m = Kernels.padded(n);
    this.rows = withoutRemainder(new double[n][m], m);
  }

  private DenseCovariance(double[][] rows, int n) {
    this.n = n;
    this.m = Kernels.padded(n);
    this.rows = withoutRemainder(rows, m);
  }

  /** The rows and, up to a multiple of four, a row of zeros: the product takes four at once. */
  private static double[][] withoutRemainder(double[][] rows, int m) {
    double[][] more = Arrays.copyOf(rows, (rows.length + 3) & ~3);
    Arrays.fill(more, rows.length, more.length, new double[m]);
    return more;
  }

  /** The covariance of a symmetric matrix, which is copied. */
  public static DenseCovariance of(double[][] matrix) {
    DenseCovariance covariance = new DenseCovariance(matrix.length);
    covariance.load(matrix);
    return covariance;
  }

  /**
   * The covariance whose rows are these arrays, not copied; for large matrices.
   *
   * @param rows n arrays of at least {@link Kernels#padded} numbers, zero from n on
   */
  public static DenseCovariance over(double[][] rows) {
    int n = rows.length;
    for (double[] row : rows) {
      if (row.length < Kernels.padded(n)) {
        throw new IllegalArgumentException(
            "rows need " + Kernels.padded(n) + " numbers, found " + row.length);
      }
    }
    return new DenseCovariance(rows, n);
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
    Kernels.combine(rows, x, rows.length, into, m);
  }

  @Override
  public void row(int i, double[] into) {
    System.arraycopy(rows[i], 0, into, 0, n);
  }
}
