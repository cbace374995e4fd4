package org.evenkeel.shell.cli.solver;

import java.math.BigDecimal;

/** Decimals with exactly the value of a binary number: 0.1 is 0.1000000000000000055511151231257827... */
public final class ExactDecimals {

  private static final int MANTISSA_BITS = 52;

  private ExactDecimals() {}

  public static BigDecimal of(double value) {
    long bits = Double.doubleToLongBits(Math.abs(value));
    long exponent = bits >> MANTISSA_BITS;
    long mantissa = bits & ((1L << MANTISSA_BITS) - 1);
    if (exponent != 0) {
      mantissa |= 1L << MANTISSA_BITS;
    } else {
      exponent = 1;
    }
    BigDecimal whole = BigDecimal.valueOf(value < 0 ? -mantissa : mantissa);
    int power = (int) exponent - 1075;
    BigDecimal two = BigDecimal.valueOf(2);
    return power >= 0
        ? whole.multiply(two.pow(power))
        : whole.multiply(new BigDecimal("0.5").pow(-power));
  }
}
