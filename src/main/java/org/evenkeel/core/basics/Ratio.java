package org.evenkeel.core.basics;

import java.math.BigDecimal;

/**
 * A plain ratio: a weight, a fraction, a leverage; 0.2 is twenty percent.
 *
 * <p>This class is immutable and thread-safe; equality is by number, so 1.0 equals 1.00.
 *
 * @param value the number
 */
public record Ratio(BigDecimal value) implements Comparable<Ratio> {

  public static final Ratio ZERO = new Ratio(BigDecimal.ZERO);
  public static final Ratio ONE = new Ratio(BigDecimal.ONE);

  public Ratio {
    value = Decimals.normal(value);
  }

  public static Ratio of(BigDecimal value) {
    return new Ratio(value);
  }

  public static Ratio of(String text) {
    return new Ratio(new BigDecimal(text));
  }

  /** True if the number is zero. */
  public boolean isZero() {
    return value.signum() == 0;
  }

  public Ratio plus(Ratio other) {
    return new Ratio(value.add(other.value));
  }

  public Ratio minus(Ratio other) {
    return new Ratio(value.subtract(other.value));
  }

  public Ratio negated() {
    return new Ratio(value.negate());
  }

  public Ratio abs() {
    return new Ratio(value.abs());
  }

  public Ratio times(Ratio other) {
    return new Ratio(value.multiply(other.value));
  }

  @Override
  public int compareTo(Ratio other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return Decimals.text(value);
  }
}
