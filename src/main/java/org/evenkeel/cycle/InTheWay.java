package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.data.Valuation;
import org.evenkeel.core.plan.InstrumentChoice;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.plan.Skip;
import org.evenkeel.core.plan.TargetPosition;
import org.evenkeel.core.statement.Cause;

/** What stands between the contracts that a decision wants and the position after its plan, by cause. */
final class InTheWay {

  private final Decided decided;
  private final PlanStages stages;
  private final boolean isAsNow;
  private final SortedMap<InstrumentId, BigDecimal> wanted;

  /**
   * @param isAsNow whether it is told as this version does; in earlier ones the wanted contracts were not those of the
   *     chosen instruments, and what an override kept from being traded was the band or the gate
   */
  InTheWay(
      Decided decided,
      PlanStages stages,
      SortedMap<InstrumentId, BigDecimal> wanted,
      boolean isAsNow) {
    this.decided = decided;
    this.isAsNow = isAsNow;
    this.stages = stages;
    this.wanted = wanted;
  }

  /** The position once everything that is planned is done; as it is for what has no target. */
  BigDecimal after(InstrumentId id) {
    return target(id).isEmpty() ? held(id) : PlanStages.after(decided.decision().plan(), id);
  }

  /** The parts, which add up to the position after the plan less the wanted contracts. */
  Map<Cause, BigDecimal> of(InstrumentId id) {
    EnumMap<Cause, BigDecimal> parts = new EnumMap<>(Cause.class);
    BigDecimal ideal = wanted.getOrDefault(id, BigDecimal.ZERO);
    Optional<TargetPosition> target = target(id);
    if (target.isEmpty()) {
      parts.put(Cause.GATE, held(id).subtract(ideal));
      return parts;
    }
    Cause notTraded = notTraded(id);
    BigDecimal exact = WantedContracts.rounded(target.get().exact().value());
    BigDecimal lots = target.get().target().value();
    BigDecimal planned = PlanStages.after(stages.planned(), id);
    BigDecimal permitted = PlanStages.after(stages.permitted(), id);
    add(parts, !isAsNow && isMoved(id) ? Cause.INSTRUMENT : Cause.CAP, exact.subtract(ideal));
    add(parts, isOffPeg(id) ? Cause.HELD_BACK : Cause.LOTS, lots.subtract(exact));
    add(parts, notTraded, planned.subtract(lots));
    add(
        parts,
        isOverridden(stages.permitted(), id) ? Cause.OVERRIDE : Cause.GATE,
        permitted.subtract(planned));
    BigDecimal limited = PlanStages.after(stages.limited(), id);
    add(parts, Cause.CAP, limited.subtract(permitted));
    add(parts, Cause.SAVED_PLAN, after(id).subtract(limited));
    return parts;
  }

  private static void add(Map<Cause, BigDecimal> parts, Cause cause, BigDecimal amount) {
    parts.merge(cause, amount, BigDecimal::add);
  }

  /** The target of today: a saved plan that is carried out has those of the day on which it was made. */
  private Optional<TargetPosition> target(InstrumentId id) {
    return stages.limited().targets().stream()
        .filter(target -> target.instrument().equals(id))
        .findFirst();
  }

  private BigDecimal held(InstrumentId id) {
    return Valuation.held(Instrument.parse(id), decided.seen().account()).value();
  }

  private boolean isMoved(InstrumentId id) {
    return stages.planned().choices().stream()
        .filter(InstrumentChoice::isSwitch)
        .anyMatch(choice -> choice.chosen().equals(id) || choice.before().equals(id));
  }

  private boolean isOffPeg(InstrumentId id) {
    return reasons(stages.planned(), id, RefusalReason.OFF_PEG);
  }

  /** Why the planner does not go all the way to its target; what an operator keeps is asked first, as the planner does. */
  private Cause notTraded(InstrumentId id) {
    RebalancePlan plan = stages.planned();
    if (isOverridden(plan, id)) {
      return Cause.OVERRIDE;
    }
    if (reasons(plan, id, RefusalReason.INSTRUMENT_FROZEN)
        || reasons(plan, id, RefusalReason.INSTRUMENT_NOT_TRADING)
        || decided.inputs().standing().unresolved().containsKey(id)) {
      return Cause.HELD_BACK;
    }
    return reasons(plan, id, RefusalReason.BELOW_VENUE_MINIMUM) ? Cause.LOTS : Cause.BAND;
  }

  private boolean isOverridden(RebalancePlan plan, InstrumentId id) {
    return isAsNow && reasons(plan, id, RefusalReason.OVERRIDE);
  }

  private static boolean reasons(RebalancePlan plan, InstrumentId id, RefusalReason reason) {
    return plan.skips().stream()
        .filter(skip -> skip.instrument().equals(id))
        .map(Skip::refusal)
        .anyMatch(refusal -> refusal.reason() == reason);
  }
}
