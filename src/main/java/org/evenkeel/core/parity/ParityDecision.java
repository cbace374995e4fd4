package org.evenkeel.core.parity;

/**
 * The solver's certified answer and the sizes that follow from it.
 *
 * <p>The certificate speaks of the solution before multipliers and caps; those act on the targets only.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param solution the risk-parity weights of the sleeves that are not excluded
 * @param targets what every sleeve of the universe should be
 */
public record ParityDecision(RiskParitySolution solution, TargetWeights targets) {}
