package org.evenkeel.core.plan;

import java.util.List;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.SleeveId;

/**
 * The instrument in which the exposure of a leg is held, with all that it might have been held in.
 *
 * @param sleeve whose leg it is
 * @param chosen where the exposure goes
 * @param before where it was held, or would be if nothing spoke against it: the largest position, else the leg's first
 *     instrument
 * @param wanted the exposure, signed
 * @param candidates the costs of every instrument of the leg, in the order of the configuration
 * @param reason why this one
 */
public record InstrumentChoice(
    SleeveId sleeve,
    InstrumentId chosen,
    InstrumentId before,
    Money wanted,
    List<CandidateCost> candidates,
    String reason) {

  public InstrumentChoice {
    candidates = List.copyOf(candidates);
  }

  /** True if what is held moves to another instrument. */
  public boolean isSwitch() {
    return !chosen.equals(before);
  }
}
