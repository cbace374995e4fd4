package org.evenkeel.core.policy;

/**
 * The limits that follow from what has happened over time rather than from one plan.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param drawdown what follows from a fall below the peak
 * @param pace what may be sent over time
 * @param hard what no command lifts
 * @param canary how small limits are after a start with something new
 */
public record Guards(DrawdownTiers drawdown, PaceLimits pace, HardLimits hard, CanaryTerms canary) {

  /** Guards under which every start has the same limits. */
  public Guards(DrawdownTiers drawdown, PaceLimits pace, HardLimits hard) {
    this(drawdown, pace, hard, CanaryTerms.NONE);
  }

  /** Guards without hard limits of their own. */
  public Guards(DrawdownTiers drawdown, PaceLimits pace) {
    this(drawdown, pace, HardLimits.none());
  }

  public static Guards defaults() {
    return new Guards(DrawdownTiers.defaults(), PaceLimits.defaults());
  }
}
