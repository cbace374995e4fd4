package org.evenkeel.core.estimate.matrix;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.eig.SymmetricQRAlgorithmDecomposition_DDRM;
import org.ejml.dense.row.decomposition.hessenberg.TridiagonalDecompositionHouseholder_DDRM;
import org.jspecify.annotations.Nullable;

/**
 * The eigenvalues of a symmetric matrix in ascending order, each with its eigenvector.
 *
 * <p>The library's implicit QR algorithm finds them. Its classes are named here one by one, because
 * its factories may choose parallel ones. Where it would need a shift by chance, which goes through
 * a sine that differs between machines, {@link Jacobi} finds them instead. Either way the same
 * matrix has the same bits everywhere: ops/decisions/0011-linear-algebra.md.
 *
 * <p>An eigenvector has length one; its entry of largest magnitude, the first of such, is positive.
 * Equal eigenvalues share a plane in which any pair of vectors is right: trust their span only.
 *
 * <p>This class is immutable and thread-safe.
 */
public final class SymmetricEigen {

  /** The steps for one eigenvalue after which the library would try a shift by chance; two or three are usual. */
  private static final int STEPS_WITHOUT_CHANCE = 15;

  private final double[] values;
  private final double[][] vectors;

  private SymmetricEigen(double[] values, double[][] vectors) {
    this.values = values;
    this.vectors = vectors;
  }

  /**
   * The decomposition of a matrix; all NaN if it has a number that is not finite.
   *
   * @param matrix square; its lower triangle is taken for both
   */
  public static SymmetricEigen of(double[][] matrix) {
    int n = matrix.length;
    double[] values = new double[n];
    double[][] vectors = new double[n][n];
    double size = largest(matrix);
    if (!Double.isFinite(size)) {
      Arrays.fill(values, Double.NaN);
      for (double[] vector : vectors) {
        Arrays.fill(vector, Double.NaN);
      }
      return new SymmetricEigen(values, vectors);
    }
    if (!byLibrary(matrix, size, values, vectors)) {
      Jacobi.decompose(matrix, values, vectors);
    }
    return sorted(values, vectors);
  }

  /** A copy of the eigenvalues, ascending. */
  public double[] values() {
    return values.clone();
  }

  /** A copy of the eigenvector of the k-th eigenvalue. */
  public double[] vector(int k) {
    return vectors[k].clone();
  }

  /** The matrix with these eigenvectors and other eigenvalues. */
  public double[][] with(double[] other) {
    int n = values.length;
    double[][] matrix = new double[n][n];
    for (int k = 0; k < n; k++) {
      double[] v = vectors[k];
      for (int i = 0; i < n; i++) {
        double scaled = other[k] * v[i];
        for (int j = 0; j <= i; j++) {
          matrix[i][j] += scaled * v[j];
        }
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        matrix[j][i] = matrix[i][j];
      }
    }
    return matrix;
  }

  /** The library's answer for the matrix over its size, or false if it needs chance. */
  private static boolean byLibrary(
      double[][] matrix, double size, double[] values, double[][] vectors) {
    int n = values.length;
    if (n < 3 || !(size > 0)) {
      return false;
    }
    DMatrixRMaj scaled = new DMatrixRMaj(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        scaled.set(i, j, matrix[i][j] / size);
        scaled.set(j, i, matrix[i][j] / size);
      }
    }
    SymmetricQRAlgorithmDecomposition_DDRM eigen =
        new SymmetricQRAlgorithmDecomposition_DDRM(
            new TridiagonalDecompositionHouseholder_DDRM(), true);
    eigen.setComputeVectorsWithValues(true);
    eigen.setMaxIterations(STEPS_WITHOUT_CHANCE);
    if (!eigen.decompose(scaled)) {
      return false;
    }
    for (int k = 0; k < n; k++) {
      @Nullable DMatrixRMaj vector = eigen.getEigenVector(k);
      if (vector == null) {
        return false;
      }
      values[k] = size * eigen.getEigenvalue(k).real;
      for (int i = 0; i < n; i++) {
        vectors[k][i] = vector.get(i, 0);
      }
    }
    return true;
  }

  private static double largest(double[][] matrix) {
    double most = 0;
    for (double[] row : matrix) {
      for (double value : row) {
        if (!Double.isFinite(value)) {
          return Double.NaN;
        }
        most = Math.max(most, Math.abs(value));
      }
    }
    return most;
  }

  private static SymmetricEigen sorted(double[] values, double[][] vectors) {
    Integer[] order = new Integer[values.length];
    for (int k = 0; k < order.length; k++) {
      order[k] = k;
    }
    Arrays.sort(order, (a, b) -> Double.compare(values[a], values[b]));
    double[] ascending = new double[values.length];
    double[][] theirs = new double[values.length][];
    for (int k = 0; k < order.length; k++) {
      ascending[k] = values[order[k]];
      theirs[k] = signed(vectors[order[k]]);
    }
    return new SymmetricEigen(ascending, theirs);
  }

  private static double[] signed(double[] vector) {
    double most = 0;
    double squares = 0;
    for (double entry : vector) {
      squares += entry * entry;
      most = Math.abs(entry) > Math.abs(most) ? entry : most;
    }
    double length = StrictMath.sqrt(squares);
    double factor = most < 0 ? -1 / length : 1 / length;
    double[] unit = new double[vector.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = vector[i] * factor;
    }
    return unit;
  }
}
