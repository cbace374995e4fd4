package org.evenkeel.core.basics;

import java.math.BigDecimal;

/**
 * A signed quantity of a base currency, such as 0.25 bitcoin; negative is short.
 *
 * <p>This class is immutable and thread-safe; equality is by number, so 1.0 equals 1.00.
 *
 * @param value the number
 */
public record BaseQuantity(BigDecimal value) implements Comparable<BaseQuantity> {

  public static final BaseQuantity ZERO = new BaseQuantity(BigDecimal.ZERO);

  public BaseQuantity {
    value = Decimals.normal(value);
  }

  public static BaseQuantity of(BigDecimal value) {
    return new BaseQuantity(value);
  }

  public static BaseQuantity of(String text) {
    return new BaseQuantity(new BigDecimal(text));
  }

  /** True if the number is zero. */
  public boolean isZero() {
    return value.signum() == 0;
  }

  public BaseQuantity plus(BaseQuantity other) {
    return new BaseQuantity(value.add(other.value));
  }

  public BaseQuantity minus(BaseQuantity other) {
    return new BaseQuantity(value.subtract(other.value));
  }

  public BaseQuantity negated() {
    return new BaseQuantity(value.negate());
  }

  public BaseQuantity abs() {
    return new BaseQuantity(value.abs());
  }

  @Override
  public int compareTo(BaseQuantity other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return Decimals.text(value);
  }
}
