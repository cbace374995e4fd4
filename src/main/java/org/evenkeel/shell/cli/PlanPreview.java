package org.evenkeel.shell.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.statement.MarginRow;
import org.evenkeel.core.statement.WeightRow;

/**
 * What a decision would do now.
 *
 * @param asOf the bot's clock
 * @param refusal why there is no plan, if there is none
 * @param plan the plan, if there is one
 * @param weights targets beside what is held; empty if the decision did not get that far
 * @param margins what maintenance margin was reckoned with for each contract
 */
public record PlanPreview(
    Instant asOf,
    Optional<Refusal> refusal,
    Optional<RebalancePlan> plan,
    List<WeightRow> weights,
    List<MarginRow> margins) {

  /** One without a plan, or in which nothing is said of margins. */
  public PlanPreview(
      Instant asOf,
      Optional<Refusal> refusal,
      Optional<RebalancePlan> plan,
      List<WeightRow> weights) {
    this(asOf, refusal, plan, weights, List.of());
  }

  public PlanPreview {
    weights = List.copyOf(weights);
    margins = List.copyOf(margins);
  }
}
