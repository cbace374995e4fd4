package org.evenkeel.cycle;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.estimate.CovarianceEstimator;
import org.evenkeel.core.estimate.ReturnMatrix;
import org.evenkeel.core.parity.ParityDecision;
import org.evenkeel.core.parity.RiskParity;
import org.evenkeel.core.parity.SleeveAdjustments;
import org.evenkeel.core.plan.Planner;
import org.evenkeel.core.plan.RebalancePlan;

/**
 * The pure part of a cycle: risk, weights and plan from one observation.
 *
 * <p>The same observation, adjustments and freezes give the same decision on every machine.
 *
 * @param estimate the covariance and its quality
 * @param parity certified weights and target exposures
 * @param plan the legs, and every trade that is not made
 */
public record Decision(CovarianceEstimate estimate, ParityDecision parity, RebalancePlan plan) {

  /** The covariance from the bars of an observation. */
  public static Result<CovarianceEstimate> estimate(Strategy strategy, Observation observed) {
    return ReturnMatrix.from(strategy.universe(), observed.market(), strategy.estimate())
        .then(
            returns ->
                CovarianceEstimator.estimate(returns, strategy.universe(), strategy.estimate()));
  }

  /**
   * Weights with their proof, scaled to the target volatility, under the operator's adjustments.
   *
   * <p>A measure on past bars gets the same returns as the estimate, computed again from the observation, so that a
   * replay needs no more than the observation.
   */
  public static Result<ParityDecision> targets(
      Strategy strategy,
      Observation observed,
      CovarianceEstimate estimate,
      SleeveAdjustments adjustments) {
    Result<Optional<ReturnMatrix>> returns =
        strategy.parity().principle().measure().needsReturns()
            ? ReturnMatrix.from(strategy.universe(), observed.market(), strategy.estimate())
                .map(Optional::of)
            : Result.ok(Optional.empty());
    return returns.then(
        rows ->
            RiskParity.decide(strategy.universe(), estimate, rows, strategy.parity(), adjustments));
  }

  /** The plan toward the targets. */
  public static Result<RebalancePlan> plan(
      Strategy strategy,
      ParityDecision parity,
      Observation observed,
      SortedSet<InstrumentId> frozen) {
    TreeMap<SleeveId, Ratio> exposures = new TreeMap<>();
    parity.targets().sleeves().forEach(target -> exposures.put(target.sleeve(), target.exposure()));
    return new Planner(strategy.universe(), strategy.plan())
        .plan(exposures, observed.market(), observed.account(), observed.nav(), frozen);
  }

  /** All three at once. */
  public static Result<Decision> from(
      Strategy strategy,
      Observation observed,
      SleeveAdjustments adjustments,
      SortedSet<InstrumentId> frozen) {
    return estimate(strategy, observed)
        .then(
            estimate ->
                targets(strategy, observed, estimate, adjustments)
                    .then(
                        parity ->
                            plan(strategy, parity, observed, frozen)
                                .map(plan -> new Decision(estimate, parity, plan))));
  }
}
