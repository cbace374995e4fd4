package org.evenkeel.core.estimate.shrink;

/**
 * A covariance or correlation matrix with less noise.
 *
 * <p>The matrix is not copied: it belongs to one estimate.
 */
public final class Shrunk {

  private final double[][] matrix;
  private final double intensity;

  /**
   * Takes the arrays as they are.
   *
   * @param matrix symmetric
   * @param intensity how much of what was measured is gone, 0 to 1: the weight of the target, or for
   *     changes of eigenvalues the root of the sum of squared changes over that of the off-diagonal
   */
  public Shrunk(double[][] matrix, double intensity) {
    this.matrix = matrix;
    this.intensity = intensity;
  }

  /** A matrix with changed eigenvalues, and how far it is from the one before. */
  static Shrunk from(double[][] before, double[][] after) {
    double changed = 0;
    double offDiagonal = 0;
    for (int i = 0; i < before.length; i++) {
      for (int j = 0; j < i; j++) {
        changed += (after[i][j] - before[i][j]) * (after[i][j] - before[i][j]);
        offDiagonal += before[i][j] * before[i][j];
      }
    }
    double part = offDiagonal > 0 ? StrictMath.sqrt(changed / offDiagonal) : 0;
    return new Shrunk(after, Math.min(1, part));
  }

  /** The part (1 - intensity) of the measured matrix plus the part intensity of the target. */
  static Shrunk toward(double[][] target, double[][] measured, double intensity) {
    int n = measured.length;
    double[][] mixed = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        mixed[i][j] = (1 - intensity) * measured[i][j] + intensity * target[i][j];
      }
    }
    return new Shrunk(mixed, intensity);
  }

  /** The matrix itself: symmetric. */
  public double[][] matrix() {
    return matrix;
  }

  /** How much of what was measured is gone, 0 to 1. */
  public double intensity() {
    return intensity;
  }
}
