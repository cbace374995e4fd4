package org.evenkeel.core.parity;

import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.estimate.ReturnMatrix;

/**
 * The solver of budgeted risk parity: long-only weights whose shares of the risk are the budgets.
 *
 * <p>{@link org.evenkeel.core.parity.engine.ParityEngine} finds the weights in doubles; doubled precision adds the
 * digits that doubles cannot hold, which matter near hedges.
 * Whatever found the weights, a second algorithm must find the same, and the certificate is computed from the weights.
 * Nothing is ever returned instead: a solver that stops early is a refusal, not equal weights.
 *
 * <p>Example: {@code RiskParity.solve(CovarianceEstimate.given(sleeves, matrix), budgets, ParitySettings.defaults())}.
 *
 * <p>This class is stateless and thread-safe; equal inputs give equal bits on every machine.
 */
public final class RiskParity {

  private RiskParity() {}

  /**
   * What every sleeve of a universe should be.
   *
   * <p>Excluded sleeves leave the problem first; if none is left, the answer is to hold nothing.
   * The estimate must be of the other sleeves; those excluded may be in it or not.
   *
   * @param returns the past bars, for a principle whose measure needs them
   */
  public static Result<ParityDecision> decide(
      Universe universe,
      CovarianceEstimate estimate,
      Optional<ReturnMatrix> returns,
      ParitySettings settings,
      SleeveAdjustments adjustments) {
    return RiskBudgets.from(universe, adjustments.excluded())
        .then(
            budgets -> {
              CovarianceEstimate part = estimate.without(adjustments.excluded());
              ParityConstraints constraints =
                  ConstraintsOfUniverse.of(universe, adjustments.excluded());
              return ConstraintsOfUniverse.explained(
                      WeightChoice.solve(part, returns, budgets, constraints, settings),
                      adjustments.excluded())
                  .map(
                      solution ->
                          new PortfolioSize(universe, part, settings, adjustments)
                              .of(solution, budgets));
            });
  }

  /** What every sleeve should be, for a principle that needs no past bars. */
  public static Result<ParityDecision> decide(
      Universe universe,
      CovarianceEstimate estimate,
      ParitySettings settings,
      SleeveAdjustments adjustments) {
    return decide(universe, estimate, Optional.empty(), settings, adjustments);
  }

  /** The certified weights, or the reason why there are none. */
  public static Result<RiskParitySolution> solve(
      CovarianceEstimate estimate, RiskBudgets budgets, ParitySettings settings) {
    List<SleeveId> sleeves = estimate.sleeves();
    if (!sleeves.equals(budgets.sleeves())) {
      throw new IllegalArgumentException(
          "budgets of " + budgets.sleeves() + " do not belong to an estimate of " + sleeves);
    }
    if (sleeves.isEmpty()) {
      return Result.ok(RiskParitySolution.ofNothing());
    }
    return attempt(estimate, budgets, settings).result();
  }

  /**
   * The certified weights under constraints, or the reason why there are none; see {@link ParityConstraints} for what
   * the two definitions of it mean.
   */
  public static Result<RiskParitySolution> solve(
      CovarianceEstimate estimate,
      RiskBudgets budgets,
      ParityConstraints constraints,
      ParitySettings settings) {
    return constraints.areFree() && constraints.signs().isEmpty()
        ? solve(estimate, budgets, settings)
        : BoundedParity.solve(estimate, budgets, constraints, settings);
  }

  /** The combination that proves a refusal of {@link #solve}; empty if the numbers themselves were refused, or none. */
  public static Optional<RiskWitness> witness(
      CovarianceEstimate estimate, RiskBudgets budgets, ParitySettings settings) {
    return estimate.sleeves().isEmpty()
        ? Optional.empty()
        : attempt(estimate, budgets, settings).witness();
  }

  private static Attempt attempt(
      CovarianceEstimate estimate, RiskBudgets budgets, ParitySettings settings) {
    return new LongOnlyParity(
            estimate.sleeves(), estimate.annualCovariance(), budgets.toArray(), settings)
        .solve();
  }
}
