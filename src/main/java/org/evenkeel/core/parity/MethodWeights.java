package org.evenkeel.core.parity;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.estimate.CovarianceEstimate;

/**
 * Long-only weights by another method or measure than risk parity of the sleeves' volatilities.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param sleeves the names
 * @param weights one per sleeve, not negative, with sum one
 * @param riskContributions fraction of the variance that each sleeve bears, with sum one
 * @param volatilityAnnual volatility of the weights as they are, as a fraction per year
 * @param proof what is proven about them
 */
public record MethodWeights(
    List<SleeveId> sleeves,
    List<Double> weights,
    List<Double> riskContributions,
    double volatilityAnnual,
    MethodProof proof)
    implements SolvedWeights {

  public MethodWeights {
    sleeves = List.copyOf(sleeves);
    weights = List.copyOf(weights);
    riskContributions = List.copyOf(riskContributions);
  }

  /** The weights with the risk that an estimate says they have. */
  static MethodWeights of(CovarianceEstimate estimate, List<Double> weights, MethodProof proof) {
    double[] held = weights.stream().mapToDouble(Double::doubleValue).toArray();
    double[] contributions = BudgetedRisk.contributions(estimate.annualCovariance(), held);
    double variance = BudgetedRisk.sum(contributions);
    List<Double> fractions = new ArrayList<>();
    for (double contribution : contributions) {
      fractions.add(contribution / variance);
    }
    return new MethodWeights(
        estimate.sleeves(), weights, fractions, StrictMath.sqrt(variance), proof);
  }
}
