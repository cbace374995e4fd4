package org.evenkeel.cycle;

import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.HeldOut;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Yardstick;

/**
 * What a decision is made from.
 *
 * @param market everything public
 * @param account everything private
 * @param nav the portfolio's value by these
 * @param clocks our clock against the venues'
 */
public record Observation(
    MarketSnapshot market, AccountSnapshot account, Money nav, ClockOffsets clocks) {

  /** The same as if money that nobody has explained were not there: it carries no position. */
  public Result<Observation> without(HeldOut heldOut, Universe universe) {
    if (heldOut.isNothing()) {
      return Result.ok(this);
    }
    AccountSnapshot used = heldOut.without(account);
    return Yardstick.of(universe, market.quotes())
        .then(yardstick -> yardstick.nav(used))
        .map(value -> new Observation(market, used, value, clocks));
  }
}
