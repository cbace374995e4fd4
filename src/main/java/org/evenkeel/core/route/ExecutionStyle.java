package org.evenkeel.core.route;

/** How a wanted change of position is worked. */
public enum ExecutionStyle {
  /** At once, within a collar. */
  IOC,
  /** Resting at the touch and following it, crossing at the end. */
  PASSIVE,
  /** In slices of equal size at equal distances. */
  TWAP,
  /** Whichever {@link Urgency} says. */
  AUTO
}
