package org.evenkeel.core.parity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.estimate.ReturnMatrix;
import org.evenkeel.core.parity.MethodProof.Kind;
import org.evenkeel.core.parity.alternative.ByRule;
import org.evenkeel.core.parity.alternative.Optimal;
import org.evenkeel.core.parity.alternative.ProvenWeights;
import org.evenkeel.core.parity.scenario.Accuracy;
import org.evenkeel.core.parity.scenario.CoherentRisk;
import org.evenkeel.core.parity.scenario.CuttingPlanes;
import org.evenkeel.core.parity.scenario.Drawdown;
import org.evenkeel.core.parity.scenario.ExpectedShortfall;
import org.evenkeel.core.parity.scenario.MeasuredWeights;

/**
 * The weights by the principle that the settings name.
 *
 * <p>There is no way from one principle to another: what the chosen one refuses is refused.
 *
 * <p>This class is stateless and thread-safe; equal inputs give equal bits on every machine.
 */
public final class WeightChoice {

  private WeightChoice() {}

  /**
   * The weights with their proof.
   *
   * @param returns the past bars of at least the estimate's sleeves; needed by tail measures only
   * @param constraints bounds of weights; refused under a principle that knows no bounds
   */
  public static Result<SolvedWeights> solve(
      CovarianceEstimate estimate,
      Optional<ReturnMatrix> returns,
      RiskBudgets budgets,
      ParityConstraints constraints,
      ParitySettings settings) {
    WeightPrinciple principle = settings.principle();
    if (estimate.sleeves().isEmpty()) {
      return Result.ok(RiskParitySolution.ofNothing());
    }
    if (!constraints.areFree() && !takesBounds(principle)) {
      return Result.refused(
          RefusalReason.INVALID_INPUT,
          "bounds of weights need risk.method risk-parity, risk.measure volatility and no"
              + " risk.factor_budgets; remove the bounds or the rest");
    }
    if (principle.method() != WeightMethod.RISK_PARITY) {
      return alternative(estimate, principle.method());
    }
    if (!principle.factorBudgets().isEmpty()) {
      return FactorChoice.solve(estimate, budgets, settings);
    }
    if (principle.measure().needsReturns()) {
      return measured(estimate, returns, budgets, settings);
    }
    return RiskParity.solve(estimate, budgets, constraints, settings).map(solution -> solution);
  }

  /** Only the risk parity of volatilities knows what a bound that binds does to the budgets. */
  private static boolean takesBounds(WeightPrinciple principle) {
    return principle.method() == WeightMethod.RISK_PARITY
        && principle.factorBudgets().isEmpty()
        && !principle.measure().needsReturns();
  }

  private static Result<SolvedWeights> alternative(
      CovarianceEstimate estimate, WeightMethod method) {
    double[][] matrix = estimate.annualCovariance();
    Optional<Refusal> refusal = unusable(estimate, matrix);
    if (refusal.isPresent()) {
      return Result.refused(refusal.get());
    }
    return switch (method) {
      case INVERSE_VOLATILITY -> rule(estimate, method, ByRule.inverseVolatility(matrix));
      case HIERARCHICAL_RISK_PARITY ->
          rule(estimate, method, ByRule.hierarchicalRiskParity(matrix));
      case HIERARCHICAL_EQUAL_RISK -> rule(estimate, method, ByRule.hierarchicalEqualRisk(matrix));
      case MINIMUM_VARIANCE ->
          Optimal.minimumVariance(matrix)
              .map(found -> optimum(estimate, method, "variance", found));
      case MAXIMUM_DIVERSIFICATION ->
          Optimal.maximumDiversification(matrix)
              .map(found -> optimum(estimate, method, "squared diversification ratio", found));
      case RISK_PARITY -> throw new IllegalStateException("risk parity is no alternative");
    };
  }

  /** Why a matrix is no covariance, or one that gives a sleeve no risk; makes it exactly symmetric otherwise. */
  static Optional<Refusal> unusable(CovarianceEstimate estimate, double[][] matrix) {
    Optional<Refusal> refusal = CovarianceCheck.numbers(estimate.sleeves(), matrix);
    return refusal.isPresent()
        ? refusal
        : CovarianceCheck.negativeRisk(matrix)
            .map(witness -> CovarianceCheck.indefinite(estimate.sleeves(), matrix, witness));
  }

  private static Result<SolvedWeights> rule(
      CovarianceEstimate estimate, WeightMethod method, ProvenWeights found) {
    return Result.ok(
        MethodWeights.of(
            estimate,
            found.weights(),
            new MethodProof(
                method.word(),
                Kind.RULE_ONLY,
                "weights by a rule: nothing is optimal or equal, and nothing is proven",
                0,
                0,
                Double.POSITIVE_INFINITY,
                0)));
  }

  private static SolvedWeights optimum(
      CovarianceEstimate estimate, WeightMethod method, String what, ProvenWeights found) {
    String statement =
        String.format(
            Locale.ROOT,
            "optimality conditions hold to %.1e, the %s is within %.1e of the best; no risk parity",
            found.kktResidual(),
            what,
            found.gap());
    return MethodWeights.of(
        estimate,
        found.weights(),
        new MethodProof(
            method.word(),
            Kind.OPTIMUM,
            statement,
            found.kktResidual(),
            found.gap(),
            Double.POSITIVE_INFINITY,
            found.iterations()));
  }

  private static Result<SolvedWeights> measured(
      CovarianceEstimate estimate,
      Optional<ReturnMatrix> returns,
      RiskBudgets budgets,
      ParitySettings settings) {
    RiskMeasure measure = settings.principle().measure();
    Optional<Refusal> refusal = unusable(estimate, estimate.annualCovariance());
    if (refusal.isPresent()) {
      return Result.refused(refusal.get());
    }
    if (returns.isEmpty()) {
      return Result.refused(
          RefusalReason.INVALID_INPUT,
          "the measure "
              + measure.kind().word()
              + " needs the past bars, and there is only a covariance");
    }
    double[][] rows = rows(estimate.sleeves(), returns.get());
    double tail = (1 - measure.alpha()) * rows.length;
    if (!(tail >= 1)) {
      return Result.refused(
          RefusalReason.COVERAGE_TOO_LOW,
          String.format(
              Locale.ROOT,
              "the tail beyond %s of %d bars is %.2f bars, at least one is needed; lower"
                  + " risk.measure_alpha_fraction or raise estimate.lookback_bars",
              measure.alpha(),
              rows.length,
              tail));
    }
    CoherentRisk risk =
        measure.kind() == RiskMeasure.Kind.DRAWDOWN
            ? new Drawdown(rows, measure.alpha())
            : new ExpectedShortfall(rows, measure.alpha());
    return CuttingPlanes.solve(risk, budgets.toArray(), Accuracy.standard())
        .map(found -> MethodWeights.of(estimate, found.weights(), proof(measure, found)));
  }

  private static MethodProof proof(RiskMeasure measure, MeasuredWeights found) {
    String statement =
        String.format(
            Locale.ROOT,
            "a convex combination of tail scenarios has the budgets as contributions, its %s is within %.1e"
                + " of the portfolio's (%.6f per bar)",
            measure.kind().word(),
            found.gap(),
            found.risk());
    return new MethodProof(
        WeightMethod.RISK_PARITY.word() + " on " + measure.kind().word() + " at " + measure.alpha(),
        Kind.BUDGETS_OF_MEASURE,
        statement,
        found.gap(),
        found.gap(),
        found.weightErrorBound(),
        found.tangents());
  }

  /** The bars in which every one of the sleeves has a return. */
  private static double[][] rows(List<SleeveId> sleeves, ReturnMatrix returns) {
    double[][] all = returns.returns();
    int[] columns = new int[sleeves.size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = returns.sleeves().indexOf(sleeves.get(i));
      if (columns[i] < 0) {
        throw new IllegalArgumentException("the returns know no sleeve " + sleeves.get(i));
      }
    }
    return Arrays.stream(all)
        .map(row -> Arrays.stream(columns).mapToDouble(column -> row[column]).toArray())
        .filter(row -> Arrays.stream(row).allMatch(Double::isFinite))
        .toArray(double[][]::new);
  }
}
