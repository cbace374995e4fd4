package org.evenkeel.core.plan;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;

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

  /** A universe in which every leg that some choices are about names the chosen instrument first; the others stay. */
  public static Universe held(List<InstrumentChoice> choices, Universe universe) {
    List<Sleeve> sleeves = new ArrayList<>();
    for (Sleeve sleeve : universe.sleeves()) {
      List<Leg> legs = sleeve.legs().stream().map(leg -> held(choices, sleeve, leg)).toList();
      sleeves.add(new Sleeve(sleeve.id(), sleeve.sleeveClass(), sleeve.riskBudget(), legs));
    }
    return universe.with(sleeves);
  }

  private static Leg held(List<InstrumentChoice> choices, Sleeve sleeve, Leg leg) {
    return choices.stream()
        .filter(choice -> choice.sleeve.equals(sleeve.id()))
        .map(InstrumentChoice::chosen)
        .filter(leg.instruments()::contains)
        .findFirst()
        .map(leg::heldIn)
        .orElse(leg);
  }

  /** True if what is held moves to another instrument. */
  public boolean isSwitch() {
    return !chosen.equals(before);
  }
}
