package org.evenkeel.core.route;

import java.math.BigDecimal;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;

/**
 * What the market was when an order left, and what the planner reckoned that it would cost: facts, committed with the order.
 *
 * @param bid best price of the buyers
 * @param ask best price of the sellers
 * @param perPrice NAV currency by which one contract changes with a price change of one
 * @param quoteRate NAV currency for one unit of the quote currency
 * @param assumed the cost that the planner reckons with
 * @param style how the order is worked
 * @param reason why it is worked so
 */
public record Arrival(
    Price bid,
    Price ask,
    Money perPrice,
    BigDecimal quoteRate,
    Assumed assumed,
    ExecutionStyle style,
    String reason) {

  /** Fractions of the value: the fee, half of the spread, and the impact. */
  public record Assumed(Ratio fee, Ratio spread, Ratio impact) {

    public Ratio total() {
      return fee.plus(spread).plus(impact);
    }
  }

  /** The middle of the book. */
  public Price mid() {
    return new Price(bid.value().add(ask.value()).multiply(new BigDecimal("0.5")));
  }
}
