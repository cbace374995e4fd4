package org.evenkeel.cycle;

import java.time.Duration;
import org.evenkeel.core.calendar.Cadence;
import org.evenkeel.core.catalog.CashTerms;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.estimate.EstimateSettings;
import org.evenkeel.core.parity.ParitySettings;
import org.evenkeel.core.parity.score.ScoreSettings;
import org.evenkeel.core.parity.stress.RiskControls;
import org.evenkeel.core.plan.PlanSettings;
import org.evenkeel.core.policy.Guards;
import org.evenkeel.core.policy.LimitValues;
import org.evenkeel.core.policy.Limits;
import org.evenkeel.core.route.ExecutionSettings;
import org.evenkeel.core.route.StyleSettings;

/**
 * Everything that the configuration says about deciding and trading, in core's own types.
 *
 * @param name the name under which its slots are kept
 * @param universe what may be held
 * @param cadence when decisions are due
 * @param grace how late a slot may still be run
 * @param estimate how risk is estimated
 * @param parity how weights are solved and scaled
 * @param plan how closely targets are followed
 * @param limits what no order may exceed
 * @param execution how orders are worked
 * @param cash how coins and venue are taken as risks
 * @param score how forecasts are judged, and what follows
 * @param controls the quality gate, the detectors and the stress limits
 * @param guards the limits that follow from what has happened over time
 * @param styles how patiently orders are worked
 */
public record Strategy(
    String name,
    Universe universe,
    Cadence cadence,
    Duration grace,
    EstimateSettings estimate,
    ParitySettings parity,
    PlanSettings plan,
    Limits limits,
    ExecutionSettings execution,
    CashTerms cash,
    ScoreSettings score,
    RiskControls controls,
    Guards guards,
    StyleSettings styles) {

  /** The same with the usual guards and everything at once. */
  public Strategy(
      String name,
      Universe universe,
      Cadence cadence,
      Duration grace,
      EstimateSettings estimate,
      ParitySettings parity,
      PlanSettings plan,
      Limits limits,
      ExecutionSettings execution,
      CashTerms cash,
      ScoreSettings score,
      RiskControls controls) {
    this(
        name,
        universe,
        cadence,
        grace,
        estimate,
        parity,
        plan,
        limits,
        execution,
        cash,
        score,
        controls,
        Guards.defaults(),
        StyleSettings.defaults());
  }

  /** The same with other guards. */
  public Strategy with(Guards other) {
    return new Strategy(
        name, universe, cadence, grace, estimate, parity, plan, limits, execution, cash, score,
        controls, other, styles);
  }

  /** The same with orders worked otherwise. */
  public Strategy with(StyleSettings other) {
    return new Strategy(
        name, universe, cadence, grace, estimate, parity, plan, limits, execution, cash, score,
        controls, guards, other);
  }

  /** The same with the limits that hold now, under the same hard ones. */
  Strategy under(LimitValues values) {
    Guards now = values.guards();
    return new Strategy(
        name,
        universe,
        cadence,
        grace,
        estimate,
        parity,
        plan.with(values.treasury(plan.treasury())),
        values.limits(),
        execution,
        values.cash(cash),
        score,
        controls,
        new Guards(now.drawdown(), now.pace(), guards.hard(), guards.canary()),
        styles);
  }

  /** The part that a decision follows from. */
  public DecisionRules rules() {
    return new DecisionRules(universe, estimate, parity, plan, limits, execution, cash, controls);
  }
}
