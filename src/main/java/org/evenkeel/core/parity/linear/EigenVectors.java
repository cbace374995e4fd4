package org.evenkeel.core.parity.linear;

/**
 * The eigenvalues and eigenvectors of a symmetric matrix by Jacobi's cyclic rotations.
 *
 * <p>Slow (about ten times n cubed) and accurate: Golub and Van Loan, Matrix Computations, section 8.5.
 * One fixed order of operations and nothing but the four rules and square roots, so that every machine gets the same
 * bits.
 * Equal eigenvalues leave their vectors open; then the order of rotations decides, always alike.
 *
 * <p>Nobody writes to the arrays after construction, so this class is thread-safe.
 */
public final class EigenVectors {

  private static final int MAX_SWEEPS = 60;

  private final double[] values;
  private final double[][] vectors;

  private EigenVectors(double[] values, double[][] vectors) {
    this.values = values;
    this.vectors = vectors;
  }

  /** The decomposition of a symmetric matrix of finite numbers. */
  public static EigenVectors of(double[][] matrix) {
    int n = matrix.length;
    double[][] a = new double[n][];
    double[][] v = new double[n][n];
    double size = 0;
    for (int i = 0; i < n; i++) {
      a[i] = matrix[i].clone();
      v[i][i] = 1;
      size += Vectors.dot(a[i], a[i]);
    }
    for (int sweep = 0; sweep < MAX_SWEEPS && offDiagonal(a) > 1e-32 * size; sweep++) {
      for (int p = 0; p < n - 1; p++) {
        for (int q = p + 1; q < n; q++) {
          rotate(a, v, p, q);
        }
      }
    }
    return sorted(a, v);
  }

  /** The eigenvalues, largest first. */
  public double[] values() {
    return values.clone();
  }

  /** The eigenvector of the eigenvalue at the same place, of length one; its sign is arbitrary. */
  public double[] vector(int k) {
    return vectors[k].clone();
  }

  /** The symmetric matrix with the same eigenvectors and the given eigenvalues. */
  public double[][] withValues(double[] other) {
    int n = values.length;
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
          sum += vectors[k][i] * other[k] * vectors[k][j];
        }
        matrix[i][j] = sum;
        matrix[j][i] = sum;
      }
    }
    return matrix;
  }

  /** Selection sort, largest first, stable: the vectors are the columns of v and become rows. */
  private static EigenVectors sorted(double[][] a, double[][] v) {
    int n = a.length;
    boolean[] taken = new boolean[n];
    double[] values = new double[n];
    double[][] vectors = new double[n][n];
    for (int k = 0; k < n; k++) {
      int best = -1;
      for (int i = 0; i < n; i++) {
        if (!taken[i] && (best < 0 || a[i][i] > a[best][best])) {
          best = i;
        }
      }
      taken[best] = true;
      values[k] = a[best][best];
      for (int i = 0; i < n; i++) {
        vectors[k][i] = v[i][best];
      }
    }
    return new EigenVectors(values, vectors);
  }

  private static double offDiagonal(double[][] a) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += 2 * a[i][j] * a[i][j];
      }
    }
    return sum;
  }

  /** Rotates the plane of p and q so that the element between them becomes zero. */
  private static void rotate(double[][] a, double[][] v, int p, int q) {
    if (a[p][q] == 0) {
      return;
    }
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = 1 / (Math.abs(theta) + StrictMath.sqrt(theta * theta + 1));
    t = theta < 0 ? -t : t;
    double cos = 1 / StrictMath.sqrt(t * t + 1);
    double sin = t * cos;
    columns(a, p, q, cos, sin);
    for (int k = 0; k < a.length; k++) {
      double pk = a[p][k];
      double qk = a[q][k];
      a[p][k] = cos * pk - sin * qk;
      a[q][k] = sin * pk + cos * qk;
    }
    a[p][q] = 0;
    a[q][p] = 0;
    columns(v, p, q, cos, sin);
  }

  private static void columns(double[][] m, int p, int q, double cos, double sin) {
    for (double[] row : m) {
      double kp = row[p];
      double kq = row[q];
      row[p] = cos * kp - sin * kq;
      row[q] = sin * kp + cos * kq;
    }
  }
}
