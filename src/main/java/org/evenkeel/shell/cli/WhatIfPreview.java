package org.evenkeel.shell.cli;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.parity.TargetWeights;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.statement.WeightRow;

/**
 * What a decision would do now, and what it would do if something were different.
 *
 * @param asOf the bot's clock
 * @param assumptions the words that say what is different
 * @param refusal why nothing can be said at all, if so
 * @param unchanged the decision as it is
 * @param changed the decision as it would be
 */
public record WhatIfPreview(
    Instant asOf,
    List<String> assumptions,
    Optional<Refusal> refusal,
    Optional<Case> unchanged,
    Optional<Case> changed) {

  public WhatIfPreview {
    assumptions = List.copyOf(assumptions);
  }

  /**
   * One of the two decisions.
   *
   * @param nav the portfolio's value
   * @param refusal why it would not trade, if so
   * @param targets what the sleeves should be
   * @param plan the orders
   * @param heldLeverage gross exposure of what is held, over NAV
   * @param heldVolatility forecast volatility of what is held, per year
   * @param weights targets beside what is held
   */
  public record Case(
      Money nav,
      Optional<Refusal> refusal,
      Optional<TargetWeights> targets,
      Optional<RebalancePlan> plan,
      Optional<BigDecimal> heldLeverage,
      Optional<BigDecimal> heldVolatility,
      List<WeightRow> weights) {

    public Case {
      weights = List.copyOf(weights);
    }
  }
}
