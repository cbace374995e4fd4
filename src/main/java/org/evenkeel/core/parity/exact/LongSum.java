package org.evenkeel.core.parity.exact;

/**
 * A sum of products that cancel, kept as a sum of three doubles: about 48 digits.
 *
 * <p>Products are split into two doubles without error, and each double is added by a cascade of error-free additions.
 * So the marginal risk of a hedge keeps 32 digits of its own, however much of it cancels.
 *
 * <p>This class is not thread-safe.
 */
final class LongSum {

  private final double[] v = new double[3];

  void clear() {
    v[0] = 0;
    v[1] = 0;
    v[2] = 0;
  }

  /** Adds a b, where b has two parts. */
  void addProduct(double a, double bHigh, double bLow) {
    double product = a * bHigh;
    add(product);
    add(TwoFold.errorOfProduct(a, bHigh, product));
    product = a * bLow;
    add(product);
    v[2] += TwoFold.errorOfProduct(a, bLow, product);
  }

  private void add(double value) {
    double top = v[0] + value;
    double part = top - v[0];
    double error = (v[0] - (top - part)) + (value - part);
    v[0] = top;
    double middle = v[1] + error;
    part = middle - v[1];
    v[2] += (v[1] - (middle - part)) + (error - part);
    v[1] = middle;
  }

  /** Writes the sum's first 32 digits. */
  void into(TwoFold number) {
    number.set(v[0], v[1]).add(v[2], 0);
  }
}
