package org.evenkeel.core.statement;

import java.math.BigDecimal;
import java.time.Instant;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;

/**
 * What was decided and not traded, and what the market had done by then: Perold's opportunity cost, beside the shortfall.
 *
 * @param instrument what was to be traded
 * @param side the direction
 * @param unfilled contracts not traded
 * @param decision the middle of the book when it was decided
 * @param end the middle of the book when it was given up
 * @param perPrice NAV currency by which one contract changes with a price change of one
 * @param at when it was given up
 * @param style how it was worked
 */
public record Forgone(
    String instrument,
    Side side,
    Contracts unfilled,
    Price decision,
    Price end,
    BigDecimal perPrice,
    Instant at,
    String style) {

  /** What it would cost more to trade it at the end, in NAV currency; below zero if it would cost less. */
  public BigDecimal cost() {
    BigDecimal moved = end.value().subtract(decision.value()).multiply(unfilled.value());
    BigDecimal value = moved.multiply(perPrice);
    return side == Side.BUY ? value : value.negate();
  }
}
