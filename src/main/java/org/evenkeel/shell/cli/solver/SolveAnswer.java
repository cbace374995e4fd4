package org.evenkeel.shell.cli.solver;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.parity.ActiveConstraint;
import org.evenkeel.core.parity.RiskBudgets;
import org.evenkeel.core.parity.SolverCertificate;

/**
 * The answer to a problem, in the names of its file.
 *
 * @param refusal why there are no weights, if there are none
 * @param principle what the weights were chosen by, such as 'risk-parity'
 * @param assets one row per asset, in the file's order
 * @param volatility of the weights, in the unit of the matrix
 * @param certificate the proof that they are risk parity; its constraints carry the file's names
 * @param proof what is proven otherwise
 */
public record SolveAnswer(
    Optional<Refusal> refusal,
    String principle,
    List<AssetRow> assets,
    double volatility,
    Optional<SolverCertificate> certificate,
    String proof) {

  /**
   * One asset of the answer.
   *
   * @param asset its name
   * @param weight negative if it is held short; the absolute values add up to one
   * @param riskContribution the part of the variance that it bears
   * @param riskBudget the part that it should bear where no constraint binds
   * @param volatility its own, in the unit of the matrix
   */
  public record AssetRow(
      String asset,
      BigDecimal weight,
      double riskContribution,
      double riskBudget,
      double volatility) {}

  public SolveAnswer {
    assets = List.copyOf(assets);
  }

  static SolveAnswer of(
      Problem problem, Principle principle, Solved solution, RiskBudgets budgets) {
    CovarianceEstimate estimate = problem.estimate();
    List<AssetRow> rows = new ArrayList<>();
    for (int i = 0; i < problem.names().size(); i++) {
      rows.add(
          new AssetRow(
              problem.names().names().get(i),
              shown(solution.weights().get(i)),
              solution.riskContributions().get(i),
              budgets.fractions().get(i),
              estimate.annualVolatility(problem.names().ids().get(i))));
    }
    return new SolveAnswer(
        Optional.empty(),
        principle.words(),
        rows,
        solution.volatility(),
        solution.certificate().map(found -> inWords(problem.names(), found)),
        solution.proof());
  }

  /** 25 digits, or those of a double where the solver has no more. */
  private static BigDecimal shown(BigDecimal weight) {
    double nearest = weight.doubleValue();
    boolean isDouble = ExactDecimals.of(nearest).compareTo(weight) == 0;
    return isDouble ? BigDecimal.valueOf(nearest) : weight.round(new MathContext(25));
  }

  static SolveAnswer refused(AssetNames names, Refusal refusal) {
    return new SolveAnswer(
        Optional.of(Refusal.of(refusal.reason(), names.inWords(refusal.detail()))),
        "",
        List.of(),
        0,
        Optional.empty(),
        "");
  }

  private static SolverCertificate inWords(AssetNames names, SolverCertificate certificate) {
    List<ActiveConstraint> active =
        certificate.active().stream()
            .map(
                bound ->
                    new ActiveConstraint(
                        bound.kind(), names.inWords(bound.name()), bound.multiplier()))
            .toList();
    return new SolverCertificate(
        certificate.maxRelativeError(),
        certificate.kktResidual(),
        certificate.weightErrorBound(),
        certificate.conditionNumber(),
        certificate.iterations(),
        certificate.algorithm(),
        certificate.secondAlgorithm(),
        certificate.agreementWithSecondAlgorithm(),
        active);
  }
}
