package org.evenkeel.core.estimate.shrink;

import org.evenkeel.core.estimate.matrix.SymmetricEigen;

/**
 * Each eigenvalue shrunk by its own amount, from the density of all eigenvalues.
 *
 * <p>Ledoit and Wolf, "Analytical nonlinear shrinkage of large-dimensional covariance matrices",
 * Annals of Statistics 48, 2020: section 4.7 and the program in its supplement. The density is
 * smoothed with the Epanechnikov kernel and a bandwidth of observations to the power -1/3, relative
 * to each eigenvalue. With unequal weights the observations are the effective ones, which the paper
 * does not treat.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class NonlinearShrinkage {

  private static final double ROOT_5 = StrictMath.sqrt(5);

  /** An eigenvalue under this part of the largest is zero. */
  private static final double ZERO = 1e-12;

  private NonlinearShrinkage() {}

  /** The matrix with the same eigenvectors and shrunk eigenvalues. */
  public static Shrunk of(double[][] measured, double observations) {
    SymmetricEigen eigen = SymmetricEigen.of(measured);
    return Shrunk.from(measured, eigen.with(shrunk(eigen.values(), observations)));
  }

  /** The shrunk eigenvalues; theirs ascending. */
  static double[] shrunk(double[] values, double observations) {
    int n = values.length;
    int zeros = 0;
    while (zeros < n && values[zeros] <= ZERO * values[n - 1]) {
      zeros++;
    }
    double[] positive = new double[n - zeros];
    System.arraycopy(values, zeros, positive, 0, positive.length);
    // Without eigenvalues of zero the observations must outnumber the columns; weights may say
    // otherwise.
    double rows = zeros > 0 ? positive.length : Math.max(observations, n + 1.0);
    double bandwidth = StrictMath.pow(rows, -1.0 / 3);
    double[] shrunk = new double[n];
    double inverses = 0;
    for (int i = 0; i < positive.length; i++) {
      inverses += 1 / positive[i] / positive.length;
      shrunk[zeros + i] = positive(positive, positive[i], bandwidth, n / rows);
    }
    for (int i = 0; i < zeros; i++) {
      shrunk[i] = ofZero(bandwidth, n, rows, inverses);
    }
    return shrunk;
  }

  private static double positive(double[] values, double at, double bandwidth, double ratio) {
    double density = 0;
    double hilbert = 0;
    for (double value : values) {
      double width = bandwidth * value;
      double x = (at - value) / width;
      density += Math.max(0, 1 - x * x / 5) * 3 / (4 * ROOT_5) / width / values.length;
      hilbert += hilbert(x) / width / values.length;
    }
    double pi = StrictMath.PI;
    if (ratio > 1) {
      return at / (pi * pi * at * at * (density * density + hilbert * hilbert));
    }
    double imaginary = pi * ratio * at * density;
    double real = 1 - ratio - pi * ratio * at * hilbert;
    return at / (imaginary * imaginary + real * real);
  }

  /** The Hilbert transform of the kernel. */
  private static double hilbert(double x) {
    double smooth = -3 / (10 * StrictMath.PI) * x;
    double parabola = 1 - x * x / 5;
    double distance = Math.abs((ROOT_5 - x) / (ROOT_5 + x));
    if (parabola == 0 || distance == 0 || Double.isInfinite(distance)) {
      return smooth;
    }
    return smooth + 3 / (4 * ROOT_5 * StrictMath.PI) * parabola * StrictMath.log(distance);
  }

  private static double ofZero(double bandwidth, int columns, double rows, double inverses) {
    double h2 = bandwidth * bandwidth;
    double log = StrictMath.log((1 + ROOT_5 * bandwidth) / Math.abs(1 - ROOT_5 * bandwidth));
    double hilbert =
        1
            / StrictMath.PI
            * (3 / (10 * h2) + 3 / (4 * ROOT_5 * bandwidth) * (1 - 1 / (5 * h2)) * log)
            * inverses;
    return 1 / (StrictMath.PI * (columns - rows) / rows * hilbert);
  }
}
