package org.evenkeel.core.plan;

import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;

/**
 * One step of a plan: what to trade, in which direction, and why.
 *
 * @param number place in the sequence, from 0; reducing legs come first
 * @param instrument what to trade
 * @param side the direction
 * @param quantity contracts, above zero, a whole number of lots
 * @param reduceOnly true if the leg only brings the position toward zero
 * @param arrivalPrice the middle of the book when the plan was made
 * @param notional the leg's value at that price, above zero
 * @param reason what the leg is for, in words
 */
public record PlannedLeg(
    int number,
    InstrumentId instrument,
    Side side,
    Contracts quantity,
    boolean reduceOnly,
    Price arrivalPrice,
    Money notional,
    String reason) {

  /** The same leg with less of it. */
  public PlannedLeg of(Contracts less, Money value) {
    return new PlannedLeg(number, instrument, side, less, reduceOnly, arrivalPrice, value, reason);
  }

  /** The same leg with another reason. */
  public PlannedLeg because(String why) {
    return new PlannedLeg(
        number, instrument, side, quantity, reduceOnly, arrivalPrice, notional, why);
  }

  /** The same leg at another place of the sequence. */
  public PlannedLeg at(int place) {
    return new PlannedLeg(
        place, instrument, side, quantity, reduceOnly, arrivalPrice, notional, reason);
  }
}
