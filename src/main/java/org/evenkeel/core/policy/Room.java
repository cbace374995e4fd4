package org.evenkeel.core.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.evenkeel.core.basics.Decimals;

/**
 * What one limit leaves for the legs of a plan that add.
 *
 * @param name the limit, as an operator knows it
 * @param limit the most that is allowed, in NAV currency
 * @param taken what is taken up whatever is added, at the worst ends of all that is uncertain
 * @param wanted what the legs would add
 */
record Room(String name, BigDecimal limit, BigDecimal taken, BigDecimal wanted) {

  /** Prices move between plan and order: an order cut to the very limit would be refused whole. */
  private static final BigDecimal HEADROOM = new BigDecimal("0.99");

  /** The part of what is wanted that fits, from 0 to 1; all of it if it does. */
  BigDecimal factor() {
    if (wanted.signum() == 0 || taken.add(wanted).compareTo(limit) <= 0) {
      return BigDecimal.ONE;
    }
    BigDecimal left = limit.multiply(HEADROOM).subtract(taken).max(BigDecimal.ZERO);
    return Decimals.quotient(left, wanted).min(BigDecimal.ONE);
  }

  /** Whether nothing fits, not even what is the same before and after. */
  boolean isFull() {
    return taken.compareTo(limit) > 0;
  }

  /** Why less fits than is wanted. */
  String inWords() {
    return name
        + " allows "
        + text(limit)
        + ", "
        + text(taken)
        + " may be taken up already, and "
        + text(wanted)
        + " would be added";
  }

  private static String text(BigDecimal value) {
    return Decimals.text(value.setScale(2, RoundingMode.HALF_EVEN));
  }
}
