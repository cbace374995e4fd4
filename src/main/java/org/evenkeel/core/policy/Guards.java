package org.evenkeel.core.policy;

/**
 * The limits that follow from what has happened over time rather than from one plan.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param drawdown what follows from a fall below the peak
 * @param pace what may be sent over time
 */
public record Guards(DrawdownTiers drawdown, PaceLimits pace) {

  public static Guards defaults() {
    return new Guards(DrawdownTiers.defaults(), PaceLimits.defaults());
  }
}
