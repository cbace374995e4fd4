package org.evenkeel.core.plan;

import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.Yardstick;

/**
 * Everything that a plan is made in.
 *
 * @param market has a specification and a quote of every instrument of the universe
 */
record PlanScope(
    Universe universe,
    PlanSettings settings,
    MarketSnapshot market,
    AccountSnapshot account,
    Money nav,
    Yardstick yardstick) {

  /** The same with other legs. */
  PlanScope in(Universe other) {
    return new PlanScope(other, settings, market, account, nav, yardstick);
  }

  InstrumentSpec spec(InstrumentId id) {
    return market.spec(id).orElseThrow();
  }

  Quote quote(InstrumentId id) {
    return market.quote(id).orElseThrow();
  }

  /** The value of a number of contracts at the mark price, in NAV currency. */
  Money value(InstrumentId id, Contracts contracts) {
    return yardstick.value(spec(id), contracts, quote(id).mark());
  }
}
