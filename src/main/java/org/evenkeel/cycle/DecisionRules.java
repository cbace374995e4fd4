package org.evenkeel.cycle;

import org.evenkeel.core.catalog.CashTerms;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.estimate.EstimateSettings;
import org.evenkeel.core.parity.ParitySettings;
import org.evenkeel.core.parity.stress.RiskControls;
import org.evenkeel.core.plan.PlanSettings;
import org.evenkeel.core.policy.Limits;
import org.evenkeel.core.route.ExecutionSettings;

/**
 * The part of a {@link Strategy} that a decision follows from: stored with every decision.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param universe what may be held
 * @param estimate how risk is estimated
 * @param parity how weights are solved and scaled
 * @param plan how closely targets are followed
 * @param limits what no order may exceed
 * @param execution how orders are worked
 * @param cash how coins and venue are taken as risks
 * @param controls the quality gate, the detectors and the stress limits
 */
public record DecisionRules(
    Universe universe,
    EstimateSettings estimate,
    ParitySettings parity,
    PlanSettings plan,
    Limits limits,
    ExecutionSettings execution,
    CashTerms cash,
    RiskControls controls) {

  /** The same for another universe. */
  DecisionRules with(Universe other) {
    return new DecisionRules(other, estimate, parity, plan, limits, execution, cash, controls);
  }
}
