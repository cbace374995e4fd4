package org.evenkeel.core.parity;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.estimate.CovarianceEstimate;

/**
 * How the risk of given exposures is spread over the sleeves, whoever chose the exposures.
 *
 * <p>For example, 0.3 of a sleeve with volatility 0.2 beside 0.1 of an uncorrelated one with 0.6 contribute half each.
 * A sleeve that hedges the others contributes a negative fraction.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param fractions part of the variance that each sleeve bears, with sum one; all zero if nothing is held
 * @param volatilityAnnual volatility of the exposures as a fraction of the portfolio's value per year
 */
public record RiskContributions(SortedMap<SleeveId, Ratio> fractions, Ratio volatilityAnnual) {

  public RiskContributions {
    fractions = Collections.unmodifiableSortedMap(new TreeMap<>(fractions));
  }

  /**
   * The risk of exposures as fractions of the portfolio's value, negative for short; a sleeve not named has none.
   *
   * @throws IllegalArgumentException if an exposure is of a sleeve that the estimate does not know
   */
  public static RiskContributions of(CovarianceEstimate estimate, Map<SleeveId, Ratio> exposures) {
    List<SleeveId> sleeves = estimate.sleeves();
    for (SleeveId sleeve : exposures.keySet()) {
      if (!sleeves.contains(sleeve)) {
        throw new IllegalArgumentException("the estimate knows no sleeve " + sleeve);
      }
    }
    double[] held = new double[sleeves.size()];
    for (int i = 0; i < held.length; i++) {
      held[i] = exposures.getOrDefault(sleeves.get(i), Ratio.ZERO).value().doubleValue();
    }
    double[] contributions = BudgetedRisk.contributions(estimate.annualCovariance(), held);
    double variance = BudgetedRisk.sum(contributions);
    TreeMap<SleeveId, Ratio> fractions = new TreeMap<>();
    for (int i = 0; i < held.length; i++) {
      double fraction = variance > 0 ? contributions[i] / variance : 0;
      fractions.put(
          sleeves.get(i),
          TargetWeights.ratio("the risk contribution of " + sleeves.get(i), fraction));
    }
    double volatility = StrictMath.sqrt(Math.max(0, variance));
    return new RiskContributions(
        fractions, TargetWeights.ratio("the portfolio's volatility", volatility));
  }
}
