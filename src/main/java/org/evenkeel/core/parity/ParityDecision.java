package org.evenkeel.core.parity;

/**
 * The solver's answer with its proof, and the sizes that follow from it.
 *
 * <p>The proof speaks of the solution before multipliers and caps; those act on the targets only.
 * Which method was asked and what it proved is in {@link #principle}; only a {@link RiskParitySolution} is certified risk
 * parity.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param solution the weights of the sleeves that are not excluded
 * @param targets what every sleeve of the universe should be
 */
public record ParityDecision(SolvedWeights solution, TargetWeights targets) {

  /** The method and what is proven about its weights, in words. */
  public String principle() {
    return solution.method() + ": " + solution.provenInWords();
  }
}
