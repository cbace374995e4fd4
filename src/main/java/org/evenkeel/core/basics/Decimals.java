package org.evenkeel.core.basics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The one decimal arithmetic of the product: values without trailing zeros, plain text, a stated precision.
 *
 * <p>{@code 1.0} and {@code 1.00} are different {@link BigDecimal}s; after {@link #normal} they are the same.
 * This class is stateless and thread-safe.
 */
public final class Decimals {

  /** 34 significant digits, IEEE 754 decimal128: far below any venue's smallest unit. */
  public static final MathContext PRECISION = MathContext.DECIMAL128;

  private Decimals() {}

  /** The same number with no trailing zeros and no positive exponent, so that equal numbers are equal objects. */
  public static BigDecimal normal(BigDecimal value) {
    if (value.signum() == 0) {
      return BigDecimal.ZERO;
    }
    if (value.scale() == 0) {
      return value;
    }
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** Plain decimal text: never {@code 1E-7}, which venues misread. */
  public static String text(BigDecimal value) {
    return normal(value).toPlainString();
  }

  /** The quotient to {@link #PRECISION}. */
  public static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
    return normal(dividend.divide(divisor, PRECISION));
  }

  /** The largest multiple of {@code step} not above {@code value} in size, with its sign: rounding toward less. */
  public static BigDecimal towardZeroToStep(BigDecimal value, BigDecimal step) {
    return toStep(value, step, RoundingMode.DOWN);
  }

  /** The multiple of {@code step} nearest to {@code value}, halves to the even multiple. */
  public static BigDecimal nearestToStep(BigDecimal value, BigDecimal step) {
    return toStep(value, step, RoundingMode.HALF_EVEN);
  }

  /** The multiple of {@code step} at or below {@code value}. */
  public static BigDecimal floorToStep(BigDecimal value, BigDecimal step) {
    return toStep(value, step, RoundingMode.FLOOR);
  }

  /** The multiple of {@code step} at or above {@code value}. */
  public static BigDecimal ceilingToStep(BigDecimal value, BigDecimal step) {
    return toStep(value, step, RoundingMode.CEILING);
  }

  /** True if the value is a whole multiple of the step. */
  public static boolean isMultipleOf(BigDecimal value, BigDecimal step) {
    return value.remainder(step).signum() == 0;
  }

  private static BigDecimal toStep(BigDecimal value, BigDecimal step, RoundingMode mode) {
    if (step.signum() <= 0) {
      throw new IllegalArgumentException("step must be positive, found " + step.toPlainString());
    }
    return normal(value.divide(step, 0, mode).multiply(step));
  }
}
