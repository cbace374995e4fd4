package org.evenkeel.core.parity.score;

/** The normal distribution, as far as statistics here need it; stateless. */
final class Normal {

  private static final double ROOT_TWO_PI = StrictMath.sqrt(2 * Math.PI);

  private Normal() {}

  /** The probability below z: Marsaglia, 'Evaluating the normal distribution', 2004; to 15 digits. */
  static double below(double z) {
    if (z < -8) {
      return 0;
    }
    if (z > 8) {
      return 1;
    }
    double sum = z;
    double term = z;
    for (int i = 3; Math.abs(term) > 1e-17 * Math.abs(sum); i += 2) {
      term *= z * z / i;
      sum += term;
    }
    return 0.5 + sum * density(z);
  }

  /** The z below which a value lies with probability p, by bisection on {@link #below}: slow, exact and plain. */
  static double quantile(double p) {
    double low = -8;
    double high = 8;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (below(middle) < p) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** The quantile of chi-square by Wilson and Hilferty, 1931: good to a percent from three degrees of freedom on. */
  static double chiSquareQuantile(double p, double freedom) {
    double part = 2 / (9 * freedom);
    double root = Math.max(0.01, 1 - part + quantile(p) * StrictMath.sqrt(part));
    return freedom * root * root * root;
  }

  private static double density(double z) {
    return StrictMath.exp(-z * z / 2) / ROOT_TWO_PI;
  }
}
