package org.evenkeel.core.policy;

import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.catalog.Instrument;

/**
 * An order that asks for permission.
 *
 * @param instrument what to trade
 * @param side the direction
 * @param orderQty contracts, above zero
 * @param limitPrice worst acceptable price
 * @param reduceOnly whether the venue must refuse what would enlarge the position
 */
public record ProposedOrder(
    InstrumentId instrument, Side side, Contracts orderQty, Price limitPrice, boolean reduceOnly) {

  /** True if it can only make smaller what is held: a sale of coins does, although venues have no such flag for it. */
  boolean onlyReduces() {
    return reduceOnly
        || (side == Side.SELL && Instrument.parse(instrument) instanceof Instrument.Spot);
  }
}
