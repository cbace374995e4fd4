package org.evenkeel.shell.cli.solver;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.parity.ParitySettings;
import org.evenkeel.core.parity.alternative.ByRule;
import org.evenkeel.core.parity.alternative.Optimal;
import org.evenkeel.core.parity.alternative.ProvenWeights;
import org.evenkeel.shell.cli.table.InputProblem;

/** What weights are chosen by: risk parity, or one of the principles that it is compared with. */
public enum Principle {
  RISK_PARITY,
  INVERSE_VOLATILITY,
  MINIMUM_VARIANCE,
  MAXIMUM_DIVERSIFICATION,
  HRP,
  HERC;

  /** The name as people write it, such as 'minimum-variance'. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The principle with a name. */
  public static Principle parse(String text) {
    return Arrays.stream(values())
        .filter(principle -> principle.words().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                InputProblem.ofOption(
                    "--method",
                    "found '"
                        + text
                        + "'; write one of "
                        + Arrays.stream(values()).map(Principle::words).toList()));
  }

  /** The weights of a problem; only risk parity knows budgets, bounds and directions. */
  Result<Solved> solve(Problem problem, ParitySettings settings) {
    if (this == RISK_PARITY) {
      return problem.solve(settings);
    }
    double[][] matrix = problem.estimate().annualCovariance();
    for (int i = 0; i < matrix.length; i++) {
      if (!(matrix[i][i] > 0)) {
        return Result.refused(
            Refusal.of(
                RefusalReason.NO_SOLUTION,
                "the variance of " + problem.names().ids().get(i) + " is " + matrix[i][i]));
      }
    }
    return switch (this) {
      case RISK_PARITY, INVERSE_VOLATILITY -> byRule(matrix, ByRule.inverseVolatility(matrix));
      case HRP -> byRule(matrix, ByRule.hierarchicalRiskParity(matrix));
      case HERC -> byRule(matrix, ByRule.hierarchicalEqualRisk(matrix));
      case MINIMUM_VARIANCE -> Optimal.minimumVariance(matrix).map(found -> optimal(matrix, found));
      case MAXIMUM_DIVERSIFICATION ->
          Optimal.maximumDiversification(matrix).map(found -> optimal(matrix, found));
    };
  }

  private static Result<Solved> byRule(double[][] matrix, ProvenWeights found) {
    return Result.ok(
        Solved.withoutCertificate(
            matrix, found.weights(), "the rule was followed; there is nothing to optimize", 0));
  }

  private static Solved optimal(double[][] matrix, ProvenWeights found) {
    return Solved.withoutCertificate(
        matrix,
        found.weights(),
        String.format(
            Locale.ROOT,
            "optimal: KKT residual %.3g, gap to the best possible value %.3g, %d iterations",
            found.kktResidual(),
            found.gap(),
            found.iterations()),
        found.kktResidual());
  }

  /** Every principle, for a comparison. */
  public static List<Principle> all() {
    return List.of(values());
  }
}
