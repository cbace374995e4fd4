package org.evenkeel.core.catalog;

import java.time.Duration;
import org.evenkeel.core.basics.Ratio;

/**
 * When a position moves from a dated contract to the next one.
 *
 * @param volumeFraction it may move once the next contract's volume exceeds this fraction of the near one's
 * @param window over how long volume is measured, above zero
 * @param latest how long before the near contract's end it moves at any price, so that nothing is delivered
 * @param maxBasisAnnual before that it does not move while the next contract is dearer or cheaper by more than this, as a
 *     fraction a year
 * @param maxCost before that it does not move while fees and half the spreads of both come to more than this fraction
 * @param fee what a trade of a future costs, as a fraction of its value
 */
public record RollTerms(
    Ratio volumeFraction,
    Duration window,
    Duration latest,
    Ratio maxBasisAnnual,
    Ratio maxCost,
    Ratio fee) {

  public RollTerms {
    if (!window.isPositive() || !latest.isPositive()) {
      throw new IllegalArgumentException(
          "the window of volume and the latest moment of a roll must be above zero, found "
              + window
              + " and "
              + latest);
    }
  }

  public static RollTerms defaults() {
    return new RollTerms(
        Ratio.ONE,
        Duration.ofHours(72),
        Duration.ofHours(192),
        Ratio.of("0.3"),
        Ratio.of("0.002"),
        Ratio.of("0.0005"));
  }
}
