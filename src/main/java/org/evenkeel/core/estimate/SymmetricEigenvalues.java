package org.evenkeel.core.estimate;

import org.evenkeel.core.estimate.matrix.SymmetricEigen;

/**
 * The eigenvalues of a symmetric matrix, for those who need no eigenvectors; see {@link
 * SymmetricEigen}.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class SymmetricEigenvalues {

  private SymmetricEigenvalues() {}

  /** The eigenvalues in ascending order; all NaN if the matrix has a number that is not finite. */
  public static double[] of(double[][] matrix) {
    return SymmetricEigen.of(matrix).values();
  }
}
