package org.evenkeel.core.basics;

import java.math.BigDecimal;

/**
 * A price: units of the quote currency for one unit of the base currency, always above zero.
 *
 * <p>This class is immutable and thread-safe; equality is by number, so 1.0 equals 1.00.
 *
 * @param value the number, above zero
 */
public record Price(BigDecimal value) implements Comparable<Price> {

  public Price {
    value = Decimals.normal(value);
    if (value.signum() <= 0) {
      throw new IllegalArgumentException(
          "a price must be above zero, found " + value.toPlainString());
    }
  }

  public static Price of(BigDecimal value) {
    return new Price(value);
  }

  public static Price of(String text) {
    return new Price(new BigDecimal(text));
  }

  /** The value of a quantity at this price, in the quote currency. */
  public Money times(BaseQuantity quantity, Currency quote) {
    return new Money(value.multiply(quantity.value()), quote);
  }

  @Override
  public int compareTo(Price other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return Decimals.text(value);
  }
}
