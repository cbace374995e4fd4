package org.evenkeel.core.parity;

/**
 * A constraint that binds, and its price.
 *
 * <p>The multiplier is that of the variance form S w - lambda b / w + A' nu - mu_lower + mu_upper = 0: the variance per
 * year saved for each unit by which the bound is relaxed, doubled. It is not negative.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param kind which kind of bound
 * @param name the sleeve's name, or the row's
 * @param multiplier in variance per year and unit of weight
 */
public record ActiveConstraint(Kind kind, String name, double multiplier) {

  /** A kind of bound. */
  public enum Kind {
    /** The smallest weight of a sleeve. */
    LOWER,
    /** The largest weight of a sleeve. */
    UPPER,
    /** A linear row. */
    ROW
  }
}
