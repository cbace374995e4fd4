package org.evenkeel.core.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.estimate.ReturnMatrix;
import org.evenkeel.core.parity.factor.MinimumTorsion;

/**
 * What every method would hold of the same estimate, side by side.
 *
 * <p>Example: {@code Comparison.of(estimate, Optional.empty(), budgets, ParitySettings.defaults()).rows()}.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param rows one per method and measure; risk parity of volatilities first
 */
public record Comparison(List<Row> rows) {

  /**
   * One method's answer.
   *
   * @param method in the words of the configuration
   * @param outcome its weights with their proof, or why there are none
   * @param effectiveBets number of uncorrelated bets by minimum torsion, 1 to the number of sleeves; empty without weights
   *     or where correlations are singular
   */
  public record Row(String method, Result<SolvedWeights> outcome, Optional<Double> effectiveBets) {}

  public Comparison {
    rows = List.copyOf(rows);
  }

  /**
   * All methods on one estimate; with past bars the tail measures at the level of the settings as well.
   *
   * @param settings the principle in it does not matter but for its level
   */
  public static Comparison of(
      CovarianceEstimate estimate,
      Optional<ReturnMatrix> returns,
      RiskBudgets budgets,
      ParitySettings settings) {
    List<Row> rows = new ArrayList<>();
    for (WeightMethod method : WeightMethod.values()) {
      rows.add(
          row(method.word(), WeightPrinciple.of(method), estimate, returns, budgets, settings));
    }
    if (returns.isPresent()) {
      double alpha = settings.principle().measure().alpha();
      for (RiskMeasure.Kind kind : RiskMeasure.Kind.values()) {
        RiskMeasure measure = new RiskMeasure(kind, alpha);
        if (measure.needsReturns()) {
          String name = WeightMethod.RISK_PARITY.word() + " on " + kind.word() + " at " + alpha;
          rows.add(row(name, WeightPrinciple.of(measure), estimate, returns, budgets, settings));
        }
      }
    }
    return new Comparison(rows);
  }

  private static Row row(
      String name,
      WeightPrinciple principle,
      CovarianceEstimate estimate,
      Optional<ReturnMatrix> returns,
      RiskBudgets budgets,
      ParitySettings settings) {
    Result<SolvedWeights> outcome =
        WeightChoice.solve(
            estimate, returns, budgets, ParityConstraints.none(), settings.with(principle));
    Optional<Double> bets =
        outcome instanceof Result.Ok<SolvedWeights> ok && !estimate.sleeves().isEmpty()
            ? MinimumTorsion.diversification(
                    estimate.annualCovariance(),
                    ok.value().weights().stream().mapToDouble(Double::doubleValue).toArray())
                .map(MinimumTorsion::effectiveNumber)
            : Optional.empty();
    return new Row(name, outcome, bets);
  }
}
