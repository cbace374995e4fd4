package org.evenkeel.core.parity;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.estimate.CovarianceEstimate;

/**
 * A pattern of long and short sleeves: it turns the signs of the covariance, so that what is solved is long only.
 *
 * <p>There is one risk-parity portfolio for each pattern under which no combination is without risk (Bai, Scheinberg,
 * Tutuncu, "Least-squares approach to risk parity in portfolio selection", 2016).
 *
 * <p>This class is immutable and thread-safe.
 */
final class Directions {

  private final List<Integer> signs;

  /** The pattern; empty for all long. */
  Directions(List<Integer> signs) {
    this.signs = List.copyOf(signs);
  }

  private boolean areAllLong() {
    return signs.stream().allMatch(sign -> sign > 0);
  }

  /** The covariance of the positions as they are directed. */
  CovarianceEstimate turned(CovarianceEstimate estimate) {
    if (areAllLong()) {
      return estimate;
    }
    double[][] matrix = estimate.annualCovariance();
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        matrix[i][j] *= signs.get(i) * signs.get(j);
      }
    }
    return new CovarianceEstimate(estimate.sleeves(), matrix, estimate.quality());
  }

  /** The weights with their signs; a refusal for want of risk says which positions it speaks of. */
  Result<RiskParitySolution> turnedBack(List<SleeveId> sleeves, Result<RiskParitySolution> result) {
    if (areAllLong()) {
      return result;
    }
    return switch (result) {
      case Result.Ok<RiskParitySolution> ok -> Result.ok(signed(ok.value()));
      case Result.Refused<RiskParitySolution> refused ->
          Result.refused(named(sleeves, refused.refusal()));
    };
  }

  private RiskParitySolution signed(RiskParitySolution solution) {
    List<Double> weights = new ArrayList<>();
    List<Double> tails = new ArrayList<>();
    for (int i = 0; i < signs.size(); i++) {
      weights.add(signs.get(i) * solution.weights().get(i));
      tails.add(signs.get(i) * solution.weightTails().get(i));
    }
    return new RiskParitySolution(
        solution.sleeves(),
        weights,
        tails,
        solution.riskContributions(),
        solution.volatilityAnnual(),
        solution.certificate());
  }

  private Refusal named(List<SleeveId> sleeves, Refusal refusal) {
    if (refusal.reason() != RefusalReason.NO_SOLUTION) {
      return refusal;
    }
    List<String> shorts = new ArrayList<>();
    for (int i = 0; i < signs.size(); i++) {
      if (signs.get(i) < 0) {
        shorts.add(sleeves.get(i).toString());
      }
    }
    return Refusal.of(
        refusal.reason(),
        "with "
            + String.join(", ", shorts)
            + " short and the weights below in those directions: "
            + refusal.detail());
  }
}
