package org.evenkeel.core.parity.exact;

/**
 * A number that changes, kept as a sum of two doubles: about 32 digits.
 *
 * <p>Knuth's TwoSum and Dekker's product give the rounding error of each operation exactly (Dekker, "A floating-point
 * technique for extending the available precision", 1971).
 * Numbers must lie between about 1e-140 and 1e140, or be zero; {@link ScaledProblem} sees to that.
 *
 * <p>This class is not thread-safe.
 */
public final class TwoFold {

  private static final double SPLITTER = 0x1p27 + 1;

  private final double[] v = new double[2];

  public double high() {
    return v[0];
  }

  public double low() {
    return v[1];
  }

  /** Makes it this number. */
  public TwoFold set(double high, double low) {
    double sum = high + low;
    double part = sum - high;
    v[1] = (high - (sum - part)) + (low - part);
    v[0] = sum;
    return this;
  }

  /** Adds another such number. */
  public TwoFold add(double high, double low) {
    double sum = v[0] + high;
    double part = sum - v[0];
    double error = (v[0] - (sum - part)) + (high - part);
    double lows = v[1] + low;
    double lowPart = lows - v[1];
    double lowError = (v[1] - (lows - lowPart)) + (low - lowPart);
    error += lows;
    double top = sum + error;
    error = error - (top - sum) + lowError;
    v[0] = top + error;
    v[1] = error - (v[0] - top);
    return this;
  }

  /** Adds a b. */
  public TwoFold addProduct(double a, double bHigh, double bLow) {
    double product = a * bHigh;
    return add(product, errorOfProduct(a, bHigh, product) + a * bLow);
  }

  /** Adds a b, where both have two parts. */
  public TwoFold addProduct(double aHigh, double aLow, double bHigh, double bLow) {
    double product = aHigh * bHigh;
    double error = errorOfProduct(aHigh, bHigh, product) + (aHigh * bLow + aLow * bHigh);
    double sum = product + error;
    return add(sum, error - (sum - product));
  }

  /** Multiplies it. */
  public TwoFold multiply(double high, double low) {
    double product = v[0] * high;
    double error = errorOfProduct(v[0], high, product) + (v[0] * low + v[1] * high);
    return set(product, error);
  }

  /** Divides it, by two corrections of the plain quotient. */
  public TwoFold divide(double high, double low) {
    double first = v[0] / high;
    addProduct(-first, high, low);
    double second = v[0] / high;
    addProduct(-second, high, low);
    double third = v[0] / high;
    return set(first, 0).add(second, third);
  }

  /** Replaces it, which must be above zero, by its square root. */
  public TwoFold root() {
    double first = StrictMath.sqrt(v[0]);
    addProduct(-first, first, 0);
    double second = v[0] / (2 * first);
    return set(first, second);
  }

  /** What the product of two doubles lacks. */
  static double errorOfProduct(double a, double b, double product) {
    double big = SPLITTER * a;
    double aHigh = big - (big - a);
    double aLow = a - aHigh;
    big = SPLITTER * b;
    double bHigh = big - (big - b);
    double bLow = b - bHigh;
    return aLow * bLow - (((product - aHigh * bHigh) - aLow * bHigh) - aHigh * bLow);
  }
}
