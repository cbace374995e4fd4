package org.evenkeel.core.parity.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.evenkeel.core.basics.Decimals;

/** The crossing of statistics from binary numbers to decimal ones for reports; stateless. */
public final class Rounded {

  private static final int DECIMALS = 6;

  private Rounded() {}

  /**
   * Six decimals, half to even.
   *
   * @throws IllegalArgumentException if the number is not finite
   */
  public static BigDecimal of(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("a statistic is not finite: " + number);
    }
    return Decimals.normal(BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_EVEN));
  }
}
