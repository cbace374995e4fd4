package org.evenkeel.core.parity.alternative;

import org.evenkeel.core.parity.linear.Vectors;

/**
 * Weights that follow from a rule and optimize nothing: inverse volatility and the two hierarchical ones.
 *
 * <p>Nothing can be proven about them but that the rule was followed.
 */
public final class ByRule {

  private ByRule() {}

  /** Weights in proportion to one over each volatility: risk parity if all correlations were equal. */
  public static ProvenWeights inverseVolatility(double[][] covariance) {
    double[] weights = Vectors.rootsOfDiagonal(covariance);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 1 / weights[i];
    }
    return ProvenWeights.byRule(Vectors.normalized(weights));
  }

  /** Hierarchical risk parity (Lopez de Prado 2016); see {@link Bisection}. */
  public static ProvenWeights hierarchicalRiskParity(double[][] covariance) {
    return ProvenWeights.byRule(Bisection.weights(covariance));
  }

  /** Hierarchical equal risk contribution (Raffinot 2018); see {@link EqualRiskTree}. */
  public static ProvenWeights hierarchicalEqualRisk(double[][] covariance) {
    return ProvenWeights.byRule(EqualRiskTree.weights(covariance));
  }
}
