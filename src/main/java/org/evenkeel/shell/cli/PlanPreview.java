package org.evenkeel.shell.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.statement.WeightRow;

/**
 * What a decision would do now.
 *
 * @param asOf the bot's clock
 * @param refusal why there is no plan, if there is none
 * @param plan the plan, if there is one
 * @param weights targets beside what is held; empty if the decision did not get that far
 */
public record PlanPreview(
    Instant asOf,
    Optional<Refusal> refusal,
    Optional<RebalancePlan> plan,
    List<WeightRow> weights) {

  public PlanPreview {
    weights = List.copyOf(weights);
  }
}
