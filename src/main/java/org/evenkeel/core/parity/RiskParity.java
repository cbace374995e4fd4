package org.evenkeel.core.parity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.estimate.ReturnMatrix;

/**
 * The solver of budgeted risk parity: long-only weights whose shares of the risk are the budgets.
 *
 * <p>One or two sleeves have a formula; up to eight are solved by Newton's method; more by conjugate gradients, and by
 * a safe Newton's method where those stall.
 * Whatever found the weights, a second algorithm must find the same, and the certificate is computed from the weights.
 * Nothing is ever returned instead: a solver that stops early is a refusal, not equal weights.
 *
 * <p>Example: {@code RiskParity.solve(CovarianceEstimate.given(sleeves, matrix), budgets, ParitySettings.defaults())}.
 *
 * <p>This class is stateless and thread-safe; equal inputs give equal bits on every machine.
 */
public final class RiskParity {

  private static final int TINY = 8;

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
              return WeightChoice.solve(part, returns, budgets, settings)
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
    double[][] matrix = estimate.annualCovariance();
    Optional<Refusal> refusal = CovarianceCheck.numbers(sleeves, matrix);
    if (refusal.isPresent()) {
      return Result.refused(refusal.get());
    }
    BudgetedRisk problem = new BudgetedRisk(matrix, budgets.toArray());
    Optional<double[]> negativeRisk = CovarianceCheck.negativeRisk(matrix);
    if (negativeRisk.isPresent()) {
      return Result.refused(indefinite(sleeves, matrix, problem, negativeRisk.get()));
    }
    Iterate found = iterate(problem, settings);
    if (found.end() == Iterate.End.NO_RISK
        || Certification.riskPart(problem, found.weights()) < BudgetedRisk.NO_RISK) {
      return Result.refused(noRisk(sleeves, problem, found.weights()));
    }
    return Certification.certified(sleeves, problem, found, settings);
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

  /** Picks the algorithm by size and goes on with the safe one where the quick one stalls. */
  private static Iterate iterate(BudgetedRisk problem, ParitySettings settings) {
    if (problem.size() <= 2) {
      return ClosedForm.solve(problem);
    }
    double tolerance = settings.tolerance();
    int limit = settings.maxIterations();
    Iterate quick =
        problem.size() <= TINY
            ? TinyNewton.solve(problem, problem.start(), tolerance, Math.min(50, limit))
            : ConjugateGradient.solve(problem, problem.start(), tolerance, limit);
    if (quick.end() != Iterate.End.STALLED) {
      return quick;
    }
    double[] start = quick.x();
    boolean usable = Arrays.stream(start).allMatch(value -> Double.isFinite(value) && value > 0);
    return SafeNewton.solve(problem, usable ? start : problem.start(), tolerance, limit);
  }

  /** An indefinite matrix has no solution if a long-only combination shows it; otherwise it is just no covariance. */
  private static Refusal indefinite(
      List<SleeveId> sleeves, double[][] matrix, BudgetedRisk problem, double[] witness) {
    if (Arrays.stream(witness).allMatch(weight -> weight >= 0)) {
      return noRisk(sleeves, problem, witness);
    }
    Iterate attempt = ConjugateGradient.solve(problem, problem.start(), 1e-6, 500);
    return attempt.end() == Iterate.End.NO_RISK
        ? noRisk(sleeves, problem, attempt.weights())
        : CovarianceCheck.indefinite(sleeves, matrix, witness);
  }

  private static Refusal noRisk(List<SleeveId> sleeves, BudgetedRisk problem, double[] witness) {
    return CovarianceCheck.noSolution(
        sleeves,
        witness,
        String.format(
            Locale.ROOT,
            "it has only %.1e of its parts' volatility",
            Certification.riskPart(problem, witness)));
  }
}
