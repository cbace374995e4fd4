package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.plan.Handover;
import org.evenkeel.core.plan.Handovers;
import org.evenkeel.core.plan.PlannedLeg;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.policy.OrderGate;
import org.evenkeel.core.route.Intent;

/**
 * A plan with the rounds in which exposures leave one instrument and go on in another one.
 *
 * <p>What closes and what opens of a round are sent both or not at all, as far as it can be known before: half a round is
 * a loss of exposure until the next decision.
 *
 * <p>Single-threaded, used for one plan.
 */
final class Rounds {

  private final RebalancePlan plan;
  private final List<Handover> handovers;
  private final Map<Handover, Refusal> held = new LinkedHashMap<>();

  /**
   * @param plan whose legs are sent in their sequence
   * @param moves by the instrument that is left the one that takes over
   */
  Rounds(RebalancePlan plan, SortedMap<InstrumentId, InstrumentId> moves) {
    this.plan = plan;
    this.handovers = Handover.among(plan.legs(), moves);
  }

  /** The rounds of a decision's plan. */
  static Rounds of(Decided decided) {
    DecisionInputs inputs = decided.inputs();
    RebalancePlan plan = decided.decision().plan();
    return new Rounds(
        plan,
        Handovers.of(
            plan,
            inputs.rules().universe().rolls(),
            decided.seen().market(),
            inputs.rules().plan().endNotice(),
            inputs.standing().rules()));
  }

  /** The legs that must be sent after an intent for its round to be whole; empty if it leaves nothing for another instrument. */
  List<PlannedLeg> after(Intent intent) {
    List<PlannedLeg> rest = new ArrayList<>();
    Optional<Handover> left = leaving(intent);
    for (PlannedLeg leg : left.map(pair -> later(pair, intent)).orElse(List.of())) {
      boolean isNextRound =
          !rest.isEmpty() && isTaking(left.get(), rest.getLast()) && !isTaking(left.get(), leg);
      if (isNextRound) {
        break;
      }
      rest.add(leg);
    }
    return left.isPresent() && rest.stream().anyMatch(leg -> isTaking(left.get(), leg))
        ? List.copyOf(rest)
        : List.of();
  }

  RebalancePlan plan() {
    return plan;
  }

  /** Leaves the rest of an intent's move alone until the next decision. */
  void hold(Intent intent, Refusal why) {
    leaving(intent).ifPresent(pair -> held.put(pair, why));
  }

  /** Why an intent is left alone, if the move that it belongs to is. */
  Optional<Refusal> objection(Intent intent) {
    return held.entrySet().stream()
        .filter(one -> one.getKey().has(intent.instrument()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** What an intent takes off beyond what the rest of the move opens again: that is a reduction, and nothing waits for it. */
  Optional<Intent> reduction(Intent intent, Observation seen) {
    Optional<Handover> left = leaving(intent);
    BigDecimal leaves = BigDecimal.ZERO;
    BigDecimal comes = BigDecimal.ZERO;
    BigDecimal own = BigDecimal.ONE;
    for (PlannedLeg leg : left.map(Handover::legs).orElse(List.of())) {
      BigDecimal value = leg.notional().amount();
      if (leg.number() >= intent.leg()) {
        leaves = isTaking(left.get(), leg) ? leaves : leaves.add(value);
        comes = isTaking(left.get(), leg) ? comes.add(value) : comes;
      }
      own = leg.number() == intent.leg() ? value : own;
    }
    InstrumentSpec spec = seen.market().spec(intent.instrument()).orElseThrow();
    BigDecimal share = Decimals.quotient(leaves.subtract(comes), own).min(BigDecimal.ONE);
    BigDecimal lots =
        Decimals.towardZeroToStep(
            share.max(BigDecimal.ZERO).multiply(intent.quantity().value()), spec.lotSize());
    BigDecimal least =
        OrderGate.smallest(spec, seen.market().quote(spec.id()).orElseThrow().mark()).value();
    return lots.signum() > 0 && lots.compareTo(least) >= 0
        ? Optional.of(intent.of(Contracts.of(lots)))
        : Optional.empty();
  }

  private Optional<Handover> leaving(Intent intent) {
    return handovers.stream()
        .filter(pair -> pair.from().stream().anyMatch(leg -> leg.number() == intent.leg()))
        .findFirst();
  }

  private static boolean isTaking(Handover pair, PlannedLeg leg) {
    return leg.instrument().equals(pair.taker());
  }

  private List<PlannedLeg> later(Handover pair, Intent intent) {
    return plan.legs().stream()
        .filter(leg -> leg.number() > intent.leg() && pair.has(leg.instrument()))
        .toList();
  }
}
