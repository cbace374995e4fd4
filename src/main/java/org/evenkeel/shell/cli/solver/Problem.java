package org.evenkeel.shell.cli.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.parity.ParityConstraints;
import org.evenkeel.core.parity.ParitySettings;
import org.evenkeel.core.parity.RiskBudgets;
import org.evenkeel.core.parity.RiskParity;
import org.evenkeel.core.parity.RiskParitySolution;
import org.evenkeel.core.parity.RiskWitness;
import org.evenkeel.core.parity.scenario.Accuracy;
import org.evenkeel.core.parity.scenario.GaussianShortfall;
import org.evenkeel.core.parity.scenario.MeasuredWeights;

/**
 * A risk-parity problem as somebody stated it.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param names what the assets are called
 * @param estimate their covariance
 * @param budgets one per asset, not yet divided by their sum
 * @param constraints bounds, rows and directions
 * @param drift expected returns, if risk is an expected shortfall with drift
 */
public record Problem(
    AssetNames names,
    CovarianceEstimate estimate,
    List<Double> budgets,
    ParityConstraints constraints,
    Optional<Drift> drift) {

  /**
   * What makes the risk c sigma - pi'w instead of the volatility.
   *
   * @param expectedReturns pi, one per asset
   * @param factor c, above zero
   */
  public record Drift(List<Double> expectedReturns, double factor) {

    public Drift {
      expectedReturns = List.copyOf(expectedReturns);
    }
  }

  public Problem {
    budgets = List.copyOf(budgets);
  }

  /** The certified weights, or why there are none; the refusal speaks of the solver's identifiers. */
  public Result<Solved> solve(ParitySettings settings) {
    return normalBudgets()
        .then(
            found ->
                drift
                    .map(given -> shortfall(given, found))
                    .orElseGet(
                        () ->
                            RiskParity.solve(estimate, found, constraints, settings)
                                .map(Solved::of)));
  }

  /** The combination that proves a refusal, if the solver gives one. */
  public Optional<RiskWitness> witness(ParitySettings settings) {
    boolean plain = constraints.areFree() && constraints.signs().isEmpty() && drift.isEmpty();
    return switch (normalBudgets()) {
      case Result.Ok<RiskBudgets> ok ->
          plain ? RiskParity.witness(estimate, ok.value(), settings) : Optional.empty();
      case Result.Refused<RiskBudgets> refused -> Optional.empty();
    };
  }

  private Result<Solved> shortfall(Drift given, RiskBudgets found) {
    if (!constraints.areFree() || !constraints.signs().isEmpty()) {
      return Result.refused(
          RefusalReason.INVALID_INPUT, "expected returns cannot be combined with constraints");
    }
    double[][] matrix = estimate.annualCovariance();
    double[] mean = given.expectedReturns().stream().mapToDouble(Double::doubleValue).toArray();
    double[] fractions = found.fractions().stream().mapToDouble(Double::doubleValue).toArray();
    if (!Double.isFinite(Arrays.stream(mean).sum() + given.factor()) || given.factor() <= 0) {
      return Result.refused(
          RefusalReason.INVALID_INPUT,
          "the expected returns must be finite and the factor c above zero, found "
              + given.factor());
    }
    return checked()
        .then(
            ok ->
                GaussianShortfall.solve(
                    matrix, mean, given.factor(), fractions, Accuracy.standard()))
        .map(weights -> withShortfall(matrix, given, fractions, weights));
  }

  /** The checks of the covariance that the solver of risk parity makes and the one with drift does not. */
  private Result<Boolean> checked() {
    Result<RiskParitySolution> plain =
        normalBudgets().then(equal -> RiskParity.solve(estimate, equal, ParitySettings.defaults()));
    return switch (plain) {
      case Result.Refused<RiskParitySolution> refused ->
          refused.refusal().reason() == RefusalReason.INVALID_INPUT
              ? Result.refused(refused.refusal())
              : Result.ok(true);
      case Result.Ok<RiskParitySolution> ok -> Result.ok(true);
    };
  }

  private static Solved withShortfall(
      double[][] matrix, Drift given, double[] budgets, MeasuredWeights found) {
    double[] held = found.weights().stream().mapToDouble(Double::doubleValue).toArray();
    double[] marginal = Solved.product(matrix, held);
    Solved plain =
        Solved.withoutCertificate(
            matrix,
            found.weights(),
            String.format(
                Locale.ROOT,
                "risk budgets of c sigma - pi'w: proven gap %.3g, relative error of a weight at most %.3g",
                found.gap(),
                found.weightErrorBound()),
            found.gap());
    List<Double> contributions = new ArrayList<>();
    double worst = 0;
    for (int i = 0; i < held.length; i++) {
      double gradient =
          given.factor() * marginal[i] / plain.volatility() - given.expectedReturns().get(i);
      contributions.add(held[i] * gradient / found.risk());
      worst = Math.max(worst, Math.abs(contributions.get(i) / budgets[i] - 1));
    }
    return plain.withContributions(contributions, worst);
  }

  /** The budgets divided by their sum. */
  public Result<RiskBudgets> normalBudgets() {
    return RiskBudgets.of(names.ids(), budgets.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
