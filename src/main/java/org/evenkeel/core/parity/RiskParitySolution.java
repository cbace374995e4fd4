package org.evenkeel.core.parity;

import java.util.List;
import org.evenkeel.core.basics.SleeveId;

/**
 * Certified long-only weights whose risk contributions are the budgets.
 *
 * <p>For example, two uncorrelated sleeves with volatilities 0.2 and 0.6 and equal budgets get 0.75 and 0.25.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param sleeves the names
 * @param weights one per sleeve, above zero, with sum one
 * @param riskContributions fraction of the variance that each sleeve bears, with sum one
 * @param volatilityAnnual volatility of the weights as they are, as a fraction per year
 * @param certificate the proof
 */
public record RiskParitySolution(
    List<SleeveId> sleeves,
    List<Double> weights,
    List<Double> riskContributions,
    double volatilityAnnual,
    SolverCertificate certificate)
    implements SolvedWeights {

  public RiskParitySolution {
    sleeves = List.copyOf(sleeves);
    weights = List.copyOf(weights);
    riskContributions = List.copyOf(riskContributions);
  }

  /** The solution where there is nothing to hold. */
  static RiskParitySolution ofNothing() {
    return new RiskParitySolution(
        List.of(), List.of(), List.of(), 0, SolverCertificate.ofNothing());
  }
}
