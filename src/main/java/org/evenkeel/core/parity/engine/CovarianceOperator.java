package org.evenkeel.core.parity.engine;

/**
 * A covariance matrix, known by what it does to a vector.
 *
 * <p>The engine needs little of a covariance: its size, its diagonal, products, and single rows where it must fall back
 * to a factorization.
 * So a matrix that has a structure need not be formed, and a faster product can be plugged in from elsewhere.
 *
 * <p>Vectors have {@link Kernels#padded} entries; those from n on are zero in what is written and are not to be read.
 * An implementation must sum in one fixed order if its results are to be equal on every machine.
 */
public interface CovarianceOperator {

  /** The number of sleeves, n. */
  int size();

  /** Writes the n variances. */
  void diagonal(double[] into);

  /** Writes S x. */
  void product(double[] x, double[] into);

  /** Writes row i, n numbers. */
  void row(int i, double[] into);
}
