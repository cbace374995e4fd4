package org.evenkeel.core.parity.alternative;

import java.util.List;
import org.evenkeel.core.parity.linear.Vectors;

/**
 * Long-only weights by a principle other than risk parity, with what is proven about them.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param weights not negative, with sum one
 * @param kktResidual largest relative violation of the optimality conditions; zero where there is nothing to optimize
 * @param gap proven relative distance of the objective from its best possible value; zero where there is none
 * @param iterations steps made
 */
public record ProvenWeights(List<Double> weights, double kktResidual, double gap, int iterations) {

  public ProvenWeights {
    weights = List.copyOf(weights);
  }

  /** Weights that follow from a rule and optimize nothing. */
  static ProvenWeights byRule(double[] weights) {
    return new ProvenWeights(Vectors.list(weights), 0, 0, 0);
  }
}
