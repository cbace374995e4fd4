package org.evenkeel.core.policy;

import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;

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
    InstrumentId instrument, Side side, Contracts orderQty, Price limitPrice, boolean reduceOnly) {}
