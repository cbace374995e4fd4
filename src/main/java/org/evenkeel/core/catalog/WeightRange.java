package org.evenkeel.core.catalog;

import org.evenkeel.core.basics.Ratio;

/**
 * The smallest and the largest part of all solved weights that a sleeve or a class may have.
 *
 * <p>For example, 0.05 to 0.4. It speaks of the solver's weights, which sum to one; the exposures are these times a
 * factor that is common to all.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param least 0 to most
 * @param most least to 1, above zero
 */
public record WeightRange(Ratio least, Ratio most) {

  /** Any weight. */
  public static final WeightRange ANY = new WeightRange(Ratio.ZERO, Ratio.ONE);

  public WeightRange {
    boolean ordered =
        least.compareTo(Ratio.ZERO) >= 0
            && most.compareTo(least) >= 0
            && most.compareTo(Ratio.ZERO) > 0
            && most.compareTo(Ratio.ONE) <= 0;
    if (!ordered) {
      throw new IllegalArgumentException(
          "a range of weights must satisfy 0 <= least <= most <= 1 with most above 0, found "
              + least
              + " to "
              + most);
    }
  }

  /** Whether every weight is within. */
  public boolean isAny() {
    return equals(ANY);
  }
}
