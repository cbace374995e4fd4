package org.evenkeel.core.route;

import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.IntentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;

/**
 * A wanted change of position with its reason: one per cycle, instrument and leg.
 *
 * @param cycle the deciding cycle
 * @param instrument what to trade
 * @param leg the number of the leg in the plan's sequence
 * @param side the direction
 * @param quantity contracts to trade in all, above zero
 * @param reduceOnly whether the venue must refuse whatever would enlarge the position
 * @param arrivalPrice the middle of the book when the plan was made, against which slippage is measured
 */
public record Intent(
    CycleId cycle,
    InstrumentId instrument,
    int leg,
    Side side,
    Contracts quantity,
    boolean reduceOnly,
    Price arrivalPrice) {

  public Intent {
    if (quantity.value().signum() <= 0) {
      throw new IllegalArgumentException(
          "an intent needs a quantity above zero, found " + quantity);
    }
  }

  /** The same intent, of which less is to be traded now. */
  public Intent of(Contracts less) {
    return new Intent(cycle, instrument, leg, side, less, reduceOnly, arrivalPrice);
  }

  public IntentId id() {
    return IntentId.of(cycle + "|" + instrument + "|" + leg);
  }
}
