package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.EndNotice;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.Endings;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.estimate.gate.GateVerdict;
import org.evenkeel.core.estimate.gate.GatedEstimate;
import org.evenkeel.core.estimate.gate.Permission;
import org.evenkeel.core.parity.ParityDecision;
import org.evenkeel.core.parity.SleeveAdjustments;
import org.evenkeel.core.plan.CashBasis;
import org.evenkeel.core.plan.Handovers;
import org.evenkeel.core.plan.LotBasis;
import org.evenkeel.core.plan.PegWatch;
import org.evenkeel.core.plan.PlannedLeg;
import org.evenkeel.core.plan.Planner;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.plan.ReduceOnly;
import org.evenkeel.core.plan.Skip;
import org.evenkeel.core.plan.Standing;
import org.evenkeel.core.plan.roll.RollLegs;
import org.evenkeel.core.policy.PlanWithinLimits;
import org.evenkeel.core.policy.SafeSequence;

/**
 * A plan after each of its stages.
 *
 * @param planned as the planner makes it
 * @param permitted what the verdict on the data leaves of it
 * @param limited what the limits leave of that: the plan that is carried out
 */
public record PlanStages(RebalancePlan planned, RebalancePlan permitted, RebalancePlan limited) {

  /** The position of an instrument once all legs of a plan are done, in contracts. */
  static BigDecimal after(RebalancePlan plan, InstrumentId instrument) {
    return plan.current(instrument).value().add(traded(plan, instrument));
  }

  /** The signed contracts that a plan trades of an instrument. */
  static BigDecimal traded(RebalancePlan plan, InstrumentId instrument) {
    BigDecimal sum = BigDecimal.ZERO;
    for (PlannedLeg leg : plan.legs()) {
      if (leg.instrument().equals(instrument)) {
        sum = sum.add(leg.side().signed(leg.quantity()).value());
      }
    }
    return sum;
  }

  /** The same plan after each of its stages. */
  static Result<PlanStages> of(
      DecisionRules strategy,
      GatedEstimate gated,
      ParityDecision parity,
      Observation observed,
      Standing standing,
      Instant next,
      PegWatch pegs) {
    Endings endings = endings(strategy, observed);
    Universe universe = planned(strategy, gated, endings);
    Planner planner =
        new Planner(universe, strategy.plan()).with(new CashBasis(strategy.cash(), pegs));
    boolean mayAdd = gated.verdict().permission() == Permission.TRADE;
    return (mayAdd ? planner : planner.withoutSwitches())
        .plan(
            Decision.exposures(parity),
            observed.market(),
            observed.account(),
            observed.nav(),
            standing,
            gated.estimate().map(estimate -> lotBasis(strategy, estimate, next)))
        .map(plan -> RollLegs.named(plan, universe.rolls()))
        .map(plan -> plan.withSkips(setAside(strategy, gated.verdict())))
        .then(
            plan -> {
              RebalancePlan permitted =
                  permitted(
                      ReduceOnly.under(standing.rules(), plan, universe, observed.market()),
                      universe,
                      strategy.plan().endNotice(),
                      gated,
                      observed,
                      endings);
              SortedMap<InstrumentId, InstrumentId> moves =
                  Handovers.of(
                      permitted,
                      universe.rolls(),
                      observed.market(),
                      strategy.plan().endNotice(),
                      standing.rules());
              RebalancePlan limited =
                  new PlanWithinLimits(
                          universe,
                          strategy.limits(),
                          strategy.plan(),
                          observed.market(),
                          observed.account())
                      .cut(permitted, moves);
              return new SafeSequence(
                      gated.universe(),
                      strategy.limits(),
                      strategy.plan(),
                      strategy.execution().collar(),
                      observed.market(),
                      observed.account())
                  .proven(limited, moves)
                  .map(proven -> new PlanStages(plan, permitted, proven));
            });
  }

  /** What the listings of the instruments and the verdict on the data leave of a plan. */
  private static RebalancePlan permitted(
      RebalancePlan plan,
      Universe universe,
      EndNotice notice,
      GatedEstimate gated,
      Observation observed,
      Endings endings) {
    RebalancePlan listed =
        ReduceOnly.of(plan, universe, observed.market(), notAdded(endings), endings.left(universe));
    return gated.verdict().permission() == Permission.TRADE
        ? listed
        : RollLegs.withoutHalves(
            ReduceOnly.of(listed, universe, observed.market(), gated.verdict().refusal()),
            universe.rolls(),
            observed.market(),
            notice,
            gated.verdict().refusal());
  }

  private static LotBasis lotBasis(
      DecisionRules strategy, CovarianceEstimate estimate, Instant next) {
    return new LotBasis(
        estimate, Ratio.of(BigDecimal.valueOf(strategy.parity().maxGrossLeverage())), next);
  }

  /** What the listings of the instruments forbid, at the moment of the observation. */
  public static Endings endings(DecisionRules strategy, Observation observed) {
    return Endings.of(strategy.universe(), observed.market(), strategy.plan().endNotice());
  }

  /** The operator's adjustments, and none of what must be left because an instrument of it ends. */
  public static SleeveAdjustments adjusted(
      DecisionRules strategy,
      GatedEstimate gated,
      Observation observed,
      SleeveAdjustments adjustments) {
    TreeSet<SleeveId> leaving = new TreeSet<>(endings(strategy, observed).leaving().keySet());
    List<SleeveId> all = gated.universe().sleeves().stream().map(Sleeve::id).toList();
    return adjustments.leaving(leaving, all);
  }

  /** The sleeves that are judged, and those that have ended, of which something may be left to be closed. */
  private static Universe planned(DecisionRules strategy, GatedEstimate gated, Endings endings) {
    TreeSet<SleeveId> aside = new TreeSet<>(gated.verdict().setAside().keySet());
    aside.removeAll(endings.ended());
    return endings.ended().isEmpty() ? gated.universe() : strategy.universe().without(aside);
  }

  /** Instruments that are not added to, each with the reason. */
  private static SortedMap<InstrumentId, Refusal> notAdded(Endings endings) {
    TreeMap<InstrumentId, Refusal> why = new TreeMap<>();
    endings
        .notAdded()
        .forEach(
            (id, text) ->
                why.put(
                    id, Refusal.of(RefusalReason.INSTRUMENT_NOT_TRADING, "not added: " + text)));
    return why;
  }

  private static List<Skip> setAside(DecisionRules strategy, GateVerdict verdict) {
    List<Skip> skips = new ArrayList<>();
    for (Sleeve sleeve : strategy.universe().sleeves()) {
      String reason = verdict.setAside().getOrDefault(sleeve.id(), "");
      if (!reason.isEmpty()) {
        sleeve
            .legs()
            .forEach(
                leg ->
                    skips.add(
                        new Skip(
                            leg.instrument(),
                            Refusal.of(
                                RefusalReason.ESTIMATE_POOR,
                                "the sleeve " + sleeve.id() + " is set aside: " + reason))));
      }
    }
    return skips;
  }
}
