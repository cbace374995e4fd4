package org.evenkeel.core.basics;

/**
 * The code of a currency or stablecoin, such as 'USDT' or 'BTC'.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param value the text, never blank
 */
public record Currency(String value) implements Comparable<Currency> {

  private static final Texts SHAPE = Texts.like("[A-Z0-9]{2,12}", "Currency", "BTC");

  public Currency {
    boolean isPlain = value.length() >= 2 && value.length() <= 12;
    if (!isPlain || Texts.afterCapitals(value, 0) != value.length()) {
      SHAPE.require(value);
    }
  }

  public static Currency of(String value) {
    return new Currency(value);
  }

  @Override
  public int compareTo(Currency other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
