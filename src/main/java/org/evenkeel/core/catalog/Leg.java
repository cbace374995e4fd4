package org.evenkeel.core.catalog;

import java.math.BigDecimal;
import org.evenkeel.core.basics.InstrumentId;

/**
 * One instrument of a sleeve and its share: +1 is long the full weight, -1 short.
 *
 * @param instrument the instrument held
 * @param ratio signed notional of this leg per unit of the sleeve's weight, not zero
 */
public record Leg(InstrumentId instrument, BigDecimal ratio) {

  public Leg {
    if (ratio.signum() == 0) {
      throw new IllegalArgumentException("the leg " + instrument + " has ratio 0; leave it out");
    }
  }
}
