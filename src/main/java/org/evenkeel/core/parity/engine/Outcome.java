package org.evenkeel.core.parity.engine;

/** Why the engine stopped. */
public enum Outcome {
  /** The relative risk-contribution error, of a fresh product, is within the tolerance. */
  CONVERGED,
  /** It got no nearer: the step limit, or rounding. */
  STALLED,
  /** It came to a combination whose risk is zero, or below, as far as double arithmetic can see. */
  NO_RISK
}
