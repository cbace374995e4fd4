package org.evenkeel.core.parity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
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
 * @param weightTails one per sleeve: what the weight has beyond a double, for whoever checks the certificate near a hedge
 * @param riskContributions fraction of the variance that each sleeve bears, with sum one
 * @param volatilityAnnual volatility of the weights as they are, as a fraction per year
 * @param certificate the proof
 */
public record RiskParitySolution(
    List<SleeveId> sleeves,
    List<Double> weights,
    List<Double> weightTails,
    List<Double> riskContributions,
    double volatilityAnnual,
    SolverCertificate certificate)
    implements SolvedWeights {

  public RiskParitySolution {
    sleeves = List.copyOf(sleeves);
    weights = List.copyOf(weights);
    weightTails = List.copyOf(weightTails);
    riskContributions = List.copyOf(riskContributions);
  }

  /** A solution whose weights are doubles and no more. */
  public RiskParitySolution(
      List<SleeveId> sleeves,
      List<Double> weights,
      List<Double> riskContributions,
      double volatilityAnnual,
      SolverCertificate certificate) {
    this(
        sleeves,
        weights,
        Collections.nCopies(weights.size(), 0.0),
        riskContributions,
        volatilityAnnual,
        certificate);
  }

  /**
   * The weights with all their digits, about 32.
   *
   * <p>Near a hedge the contributions are small differences of large numbers: there only these weights, multiplied with
   * the covariance in at least 40 digits, have the certificate's error, and doubles do not.
   */
  public List<BigDecimal> exactWeights() {
    List<BigDecimal> exact = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      exact.add(
          TargetWeights.exactly(weights.get(i)).add(TargetWeights.exactly(weightTails.get(i))));
    }
    return exact;
  }

  /** The solution where there is nothing to hold. */
  static RiskParitySolution ofNothing() {
    return new RiskParitySolution(
        List.of(), List.of(), List.of(), List.of(), 0, SolverCertificate.ofNothing());
  }
}
