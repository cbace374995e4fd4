package org.evenkeel.core.plan.roll;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.catalog.Allowance;
import org.evenkeel.core.catalog.EndNotice;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Rolls;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.plan.Handovers;
import org.evenkeel.core.plan.PlannedLeg;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.plan.Skip;

/** The legs of a plan by which positions move from one contract to the next. */
public final class RollLegs {

  private RollLegs() {}

  /** The same plan whose legs say what they are for, if they roll a position. */
  public static RebalancePlan named(RebalancePlan plan, Rolls rolls) {
    if (rolls.beside().isEmpty()) {
      return plan;
    }
    return plan.with(plan.legs().stream().map(leg -> named(leg, plan, rolls)).toList(), List.of());
  }

  private static PlannedLeg named(PlannedLeg leg, RebalancePlan plan, Rolls rolls) {
    InstrumentId to = rolls.beside().get(leg.instrument());
    if (to != null) {
      InstrumentId taker = Handovers.taker(to, plan);
      String why = rolls.reasons().getOrDefault(leg.instrument(), "it is left");
      return leg.because(
          taker.equals(to)
              ? "roll to " + to + ": " + why
              : "move to " + taker + " instead of the roll to " + to + ": " + why);
    }
    return rolls.beside().entrySet().stream()
        .filter(entry -> Handovers.taker(entry.getValue(), plan).equals(leg.instrument()))
        .findFirst()
        .map(
            entry ->
                leg.because(
                    (entry.getValue().equals(leg.instrument()) ? "roll" : "move")
                        + " from "
                        + entry.getKey()))
        .orElse(leg);
  }

  /**
   * The same plan without the closing half of rolls, of which the opening half is not permitted: half a roll would be a
   * loss of exposure. What must be closed because it ends is closed.
   *
   * @param why what forbids to add
   */
  public static RebalancePlan withoutHalves(
      RebalancePlan plan, Rolls rolls, MarketSnapshot market, EndNotice notice, Refusal why) {
    TreeSet<InstrumentId> kept = new TreeSet<>();
    for (InstrumentId id : rolls.beside().keySet()) {
      Optional<Allowance> allowance =
          market
              .spec(id)
              .map(InstrumentSpec::listing)
              .map(listing -> listing.allowance(market.receivedAt(), notice));
      if (allowance.isPresent() && allowance.get().compareTo(Allowance.EXIT) < 0) {
        kept.add(id);
      }
    }
    List<PlannedLeg> legs =
        plan.legs().stream().filter(leg -> !kept.contains(leg.instrument())).toList();
    List<Skip> skips = new ArrayList<>();
    plan.legs().stream()
        .filter(leg -> kept.contains(leg.instrument()))
        .forEach(
            leg ->
                skips.add(
                    new Skip(
                        leg.instrument(),
                        Refusal.of(why.reason(), "not rolled now: " + why.detail()))));
    return skips.isEmpty() ? plan : plan.with(legs, skips);
  }
}
