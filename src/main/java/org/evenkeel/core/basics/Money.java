package org.evenkeel.core.basics;

import java.math.BigDecimal;

/**
 * An amount of one currency, exact.
 *
 * <p>In '12.34 USDT' the amount is 12.34 and the currency is USDT.
 * Amounts of different currencies do not add: the attempt throws.
 * A stablecoin is a currency of its own and has a market price.
 *
 * <p>This class is immutable and thread-safe; equality is by number and currency.
 *
 * @param amount the signed number of units
 * @param currency the currency of the amount
 */
public record Money(BigDecimal amount, Currency currency) {

  public Money {
    amount = Decimals.normal(amount);
  }

  public static Money of(String amount, String currency) {
    return new Money(new BigDecimal(amount), Currency.of(currency));
  }

  public static Money zero(Currency currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  public Money plus(Money other) {
    return new Money(amount.add(sameCurrency(other).amount), currency);
  }

  public Money minus(Money other) {
    return new Money(amount.subtract(sameCurrency(other).amount), currency);
  }

  public Money negated() {
    return new Money(amount.negate(), currency);
  }

  public Money abs() {
    return new Money(amount.abs(), currency);
  }

  public Money times(Ratio ratio) {
    return new Money(amount.multiply(ratio.value(), Decimals.PRECISION), currency);
  }

  /** The ratio of two amounts of one currency; the divisor must not be zero. */
  public Ratio over(Money other) {
    return new Ratio(Decimals.quotient(amount, sameCurrency(other).amount));
  }

  /** True if this amount is larger than the other one of the same currency. */
  public boolean exceeds(Money other) {
    return amount.compareTo(sameCurrency(other).amount) > 0;
  }

  public boolean isZero() {
    return amount.signum() == 0;
  }

  private Money sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("cannot combine " + this + " with " + other);
    }
    return other;
  }

  @Override
  public String toString() {
    return Decimals.text(amount) + " " + currency;
  }
}
