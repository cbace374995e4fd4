package org.evenkeel.core.parity;

/**
 * What is proven about weights that are not risk parity of the sleeves' volatilities.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param method method and measure in the words of the configuration
 * @param kind what sort of proof it is
 * @param statement the proof in a sentence with numbers
 * @param residual largest violation of the conditions that define the weights: relative for an optimum, absolute in
 *     shares of the variance for factor budgets, zero for a rule
 * @param gap proven relative distance of the objective from its best possible value; zero for a rule and for factors
 * @param weightErrorBound largest possible relative error of a weight; infinite where none is proven
 * @param iterations steps made
 */
public record MethodProof(
    String method,
    Kind kind,
    String statement,
    double residual,
    double gap,
    double weightErrorBound,
    int iterations) {

  /** A sort of proof. */
  public enum Kind {
    /** The weights bear their budgets under another measure, with a duality gap. */
    BUDGETS_OF_MEASURE,
    /** The factors bear their budgets to rounding. */
    FACTOR_BUDGETS,
    /** The factors bear their budgets within the tolerance of the configuration; a least-squares fit, not a solution. */
    FACTOR_FIT,
    /** The weights are optimal in something other than parity, with multipliers and a duality gap. */
    OPTIMUM,
    /** The weights follow a rule; nothing about them is proven. */
    RULE_ONLY
  }
}
