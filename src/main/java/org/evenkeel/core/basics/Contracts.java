package org.evenkeel.core.basics;

import java.math.BigDecimal;

/**
 * A signed count in the unit a venue trades an instrument in; negative is short.
 *
 * <p>One contract is worth the instrument's multiplier in base currency, and on a spot market one contract is one unit
 * of the base. A contract is never added to a {@link BaseQuantity}: only the instrument's specification converts.
 *
 * <p>This class is immutable and thread-safe; equality is by number, so 1.0 equals 1.00.
 *
 * @param value the number
 */
public record Contracts(BigDecimal value) implements Comparable<Contracts> {

  public static final Contracts ZERO = new Contracts(BigDecimal.ZERO);

  public Contracts {
    value = Decimals.normal(value);
  }

  public static Contracts of(BigDecimal value) {
    return new Contracts(value);
  }

  public static Contracts of(String text) {
    return new Contracts(new BigDecimal(text));
  }

  /** True if the number is zero. */
  public boolean isZero() {
    return value.signum() == 0;
  }

  public Contracts plus(Contracts other) {
    return new Contracts(value.add(other.value));
  }

  public Contracts minus(Contracts other) {
    return new Contracts(value.subtract(other.value));
  }

  public Contracts negated() {
    return new Contracts(value.negate());
  }

  public Contracts abs() {
    return new Contracts(value.abs());
  }

  @Override
  public int compareTo(Contracts other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return Decimals.text(value);
  }
}
