package org.evenkeel.shell.simvenue.market;

import java.math.BigDecimal;

/**
 * Prices as whole numbers of 0.00000001, the finest price a supported venue prints.
 *
 * <p>Arrays of these take eight bytes per price and compare exactly; 9.2e10 is the highest price they can hold.
 */
final class PriceUnits {

  static final int SCALE = 8;
  static final double PER_ONE = 1e8;

  private PriceUnits() {}

  /**
   * The units of a decimal.
   *
   * @throws ArithmeticException when it has more than eight decimals or is too large
   */
  static long of(BigDecimal price) {
    return price.movePointRight(SCALE).longValueExact();
  }

  /** The decimal of a number of units, with the decimals of the tick where they suffice. */
  static BigDecimal decimal(long units, int tickScale) {
    long perTickDecimal = powerOfTen(SCALE - tickScale);
    return units % perTickDecimal == 0
        ? BigDecimal.valueOf(units / perTickDecimal, tickScale)
        : BigDecimal.valueOf(units, SCALE);
  }

  /** The number of decimals of a tick, for example 1 for 0.1 and 0 for 5. */
  static int scaleOf(BigDecimal tick) {
    return Math.max(0, tick.stripTrailingZeros().scale());
  }

  static long powerOfTen(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
  }
}
