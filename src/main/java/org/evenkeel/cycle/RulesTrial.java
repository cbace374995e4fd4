package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.parity.TargetWeights;
import org.evenkeel.core.plan.RebalancePlan;

/**
 * Stored decisions made again under other rules, beside what they were: what a change of the configuration would have done.
 *
 * <p>Positions, prices and what operators had ordered are those that were stored; each decision is tried by itself.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class RulesTrial {

  private RulesTrial() {}

  /**
   * A decision as it was and as it would have been.
   *
   * @param cycle which
   * @param before under the rules that were stored with it
   * @param after under the other ones
   */
  public record Row(String cycle, Side before, Side after) {}

  /**
   * What is wanted and done under some rules.
   *
   * @param held why nothing was decided; empty if it was
   * @param grossLeverage exposures wanted, without their signs, over NAV
   * @param volatility forecast for them, a year
   * @param traded the value of the orders, in NAV currency
   * @param orders how many
   */
  public record Side(
      Optional<String> held,
      BigDecimal grossLeverage,
      BigDecimal volatility,
      BigDecimal traded,
      int orders) {

    private static Side held(String why) {
      return new Side(Optional.of(why), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 0);
    }
  }

  /** Tries rules on decisions; those that are not stored with all of their inputs say so. */
  public static List<Row> of(Decisions decisions, List<CycleId> cycles, DecisionRules other) {
    return cycles.stream().map(cycle -> row(decisions, cycle, other)).toList();
  }

  private static Row row(Decisions decisions, CycleId cycle, DecisionRules other) {
    return decisions
        .of(cycle)
        .map(StoredDecision::inputs)
        .map(
            inputs ->
                switch (inputs.whole()) {
                  case Result.Ok<DecisionInputs> ok -> row(cycle, ok.value(), other);
                  case Result.Refused<DecisionInputs> no -> unknown(cycle, no.refusal().detail());
                })
        .orElseGet(() -> unknown(cycle, "is not stored"));
  }

  static Row row(CycleId cycle, DecisionInputs stored, DecisionRules other) {
    DecisionInputs changed = stored.under(other, stored.adjustments());
    return new Row(cycle.value(), side(cycle, stored), side(cycle, changed));
  }

  private static Row unknown(CycleId cycle, String why) {
    return new Row(cycle.value(), Side.held(why), Side.held(why));
  }

  private static Side side(CycleId cycle, DecisionInputs inputs) {
    return switch (Decided.again(cycle, inputs, DecisionStages.SILENT)) {
      case Result.Refused<Decided> refused -> Side.held(refused.refusal().toString());
      case Result.Ok<Decided> ok -> {
        TargetWeights targets = ok.value().decision().parity().targets();
        RebalancePlan plan = ok.value().decision().plan();
        yield new Side(
            Optional.empty(),
            targets.grossLeverage().value(),
            targets.forecastVolatilityAnnual().value(),
            plan.legs().stream()
                .map(leg -> leg.notional().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add),
            plan.legs().size());
      }
    };
  }
}
