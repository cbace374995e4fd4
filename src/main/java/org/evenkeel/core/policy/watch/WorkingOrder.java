package org.evenkeel.core.policy.watch;

import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Side;

/**
 * An order that a venue shows as working, by whomever it was sent.
 *
 * @param leaves contracts that may still be filled, not negative
 */
public record WorkingOrder(InstrumentId instrument, Side side, Contracts leaves) {

  public WorkingOrder {
    if (leaves.value().signum() < 0) {
      throw new IllegalArgumentException(instrument + ": " + leaves + " contracts are left");
    }
  }
}
