package org.evenkeel.shell.simvenue.market;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * A growing column of decimals that share one scale, for example volumes.
 *
 * <p>A value with more decimals than those before it widens the scale of all of them.
 * Not thread-safe.
 */
final class DecimalColumn {

  private long[] unscaled = new long[1024];
  private int size;
  private int scale;

  /**
   * Appends a value.
   *
   * @throws ArithmeticException when the column cannot hold the value exactly in 63 bits
   */
  void add(BigDecimal value) {
    int needed = value.stripTrailingZeros().scale();
    if (needed > scale) {
      widenTo(needed);
    }
    addUnscaled(value.setScale(scale).unscaledValue().longValueExact());
  }

  /** Appends a value given as a whole number of 10^-decimals. */
  void add(long value, int decimals) {
    if (decimals > scale) {
      widenTo(decimals);
    }
    addUnscaled(Math.multiplyExact(value, PriceUnits.powerOfTen(scale - decimals)));
  }

  BigDecimal get(int index) {
    return BigDecimal.valueOf(unscaled[index], scale);
  }

  double approximately(int index) {
    return unscaled[index] / StrictMath.pow(10, scale);
  }

  private void addUnscaled(long value) {
    if (size == unscaled.length) {
      unscaled = Arrays.copyOf(unscaled, size * 2);
    }
    unscaled[size++] = value;
  }

  private void widenTo(int newScale) {
    if (newScale > 18) {
      throw new ArithmeticException("more than 18 decimals");
    }
    long factor = PriceUnits.powerOfTen(newScale - scale);
    for (int i = 0; i < size; i++) {
      unscaled[i] = Math.multiplyExact(unscaled[i], factor);
    }
    scale = newScale;
  }
}
