package org.evenkeel.core.estimate.matrix;

/**
 * The correlation matrix that is nearest to a symmetric one, in the root of the sum of squares.
 *
 * <p>Correlations of pairs with different histories need not fit together: some combination of
 * sleeves would have a negative variance. Alternating projections on the positive semidefinite
 * matrices and on those with a unit diagonal, with Dykstra's correction, converge to the nearest
 * matrix that is both (Higham, "Computing the nearest correlation matrix", IMA Journal of Numerical
 * Analysis 22, 2002). A matrix that is one already is returned bit by bit.
 *
 * <p>This class is immutable and thread-safe.
 */
public final class NearestCorrelation {

  /** Convergence is linear; a hundred is usual for wild input of size 50. */
  private static final int MAX_ITERATIONS = 10_000;

  /** Change of the matrix, relative to its size, at which the projections have settled. */
  private static final double TOLERANCE = 1e-12;

  /** An eigenvalue this little below zero, per row, is rounding. */
  private static final double ROUNDING = 1e-14;

  private final double[][] correlation;
  private final double distance;
  private final int iterations;

  private NearestCorrelation(double[][] correlation, double distance, int iterations) {
    this.correlation = correlation;
    this.distance = distance;
    this.iterations = iterations;
  }

  /**
   * The nearest correlation matrix.
   *
   * @param matrix symmetric and finite; its diagonal is taken as one
   */
  public static NearestCorrelation to(double[][] matrix) {
    double[][] y = unitDiagonal(matrix);
    if (y.length == 0 || SymmetricEigen.of(y).values()[0] >= -ROUNDING * y.length) {
      return new NearestCorrelation(y, 0, 0);
    }
    double[][] start = copy(y);
    double[][] correction = new double[y.length][y.length];
    int iteration = 0;
    double moved = Double.POSITIVE_INFINITY;
    while (iteration < MAX_ITERATIONS && moved > TOLERANCE) {
      double[][] r = minus(y, correction);
      double[][] x = positivePart(r);
      correction = minus(x, r);
      double[][] next = unitDiagonal(x);
      moved = norm(minus(next, y)) / norm(next);
      y = next;
      iteration++;
    }
    // The last unit diagonal may have left an eigenvalue of the size of the tolerance below zero.
    double[][] inside = rescaled(positivePart(y));
    return new NearestCorrelation(inside, norm(minus(inside, start)), iteration);
  }

  /** A copy of the matrix: symmetric, unit diagonal, no eigenvalue below zero but for rounding. */
  public double[][] correlation() {
    return copy(correlation);
  }

  /** The root of the sum of squared changes; 0 if nothing had to be changed. */
  public double distance() {
    return distance;
  }

  /** How often the two projections were made. */
  public int iterations() {
    return iterations;
  }

  private static double[][] positivePart(double[][] matrix) {
    SymmetricEigen eigen = SymmetricEigen.of(matrix);
    double[] values = eigen.values();
    for (int k = 0; k < values.length; k++) {
      values[k] = Math.max(0, values[k]);
    }
    return eigen.with(values);
  }

  /** The matrix divided by the roots of its diagonal on both sides; a sleeve without variance stays alone. */
  public static double[][] rescaled(double[][] matrix) {
    int n = matrix.length;
    double[][] scaled = new double[n][n];
    for (int i = 0; i < n; i++) {
      scaled[i][i] = 1;
      for (int j = 0; j < i; j++) {
        double both = StrictMath.sqrt(matrix[i][i]) * StrictMath.sqrt(matrix[j][j]);
        double value = both > 0 ? matrix[i][j] / both : 0;
        scaled[i][j] = value;
        scaled[j][i] = value;
      }
    }
    return scaled;
  }

  private static double[][] unitDiagonal(double[][] matrix) {
    double[][] unit = copy(matrix);
    for (int i = 0; i < unit.length; i++) {
      unit[i][i] = 1;
    }
    return unit;
  }

  private static double[][] minus(double[][] a, double[][] b) {
    double[][] difference = copy(a);
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        difference[i][j] -= b[i][j];
      }
    }
    return difference;
  }

  private static double norm(double[][] matrix) {
    double sum = 0;
    for (double[] row : matrix) {
      for (double value : row) {
        sum += value * value;
      }
    }
    return StrictMath.sqrt(sum);
  }

  private static double[][] copy(double[][] matrix) {
    double[][] copy = new double[matrix.length][];
    for (int i = 0; i < matrix.length; i++) {
      copy[i] = matrix[i].clone();
    }
    return copy;
  }
}
