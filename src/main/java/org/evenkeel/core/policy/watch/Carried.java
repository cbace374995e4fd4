package org.evenkeel.core.policy.watch;

import java.math.BigDecimal;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.VenueId;

/**
 * One thing that bears risk: a contract, or a coin that is no money.
 *
 * @param name instrument, or coin and venue such as 'BTC@okx'
 * @param venue where it lies
 * @param held contracts or coins that are held, negative if short
 * @param bought what working orders may still buy of it
 * @param sold what working orders may still sell of it
 * @param worth NAV currency for one contract or coin at the venue's mark
 */
public record Carried(
    String name,
    VenueId venue,
    BigDecimal held,
    BigDecimal bought,
    BigDecimal sold,
    BigDecimal worth) {

  /** The value at its high end: all that is ordered is bought, and nothing sold; negative is short. */
  public BigDecimal high() {
    return value(held.add(bought));
  }

  /** The value at its low end. */
  public BigDecimal low() {
    return value(held.subtract(sold));
  }

  /** The largest possible exposure without its sign. */
  public BigDecimal worst() {
    return low().abs().max(high().abs());
  }

  /** The value of an amount of it. */
  BigDecimal value(BigDecimal amount) {
    return Decimals.normal(amount.multiply(worth, Decimals.PRECISION));
  }
}
