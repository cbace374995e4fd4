package org.evenkeel.core.parity.stress;

import java.util.Locale;
import java.util.Optional;
import org.evenkeel.core.parity.ExposureScale;

/**
 * What one scenario would do to a portfolio.
 *
 * <p>Both numbers grow in proportion to exposure, so that limit over value is the factor at which the limit is just
 * kept.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param scenario its name
 * @param loss part of the portfolio's value that would be lost; negative for a gain
 * @param volatilityAnnual volatility as a fraction of the portfolio's value per year
 * @param limited which of the two has a limit
 * @param limit the most that is accepted of it; empty if exposure cannot help or nobody set one
 * @param detail where the numbers come from
 */
public record StressOutcome(
    String scenario,
    double loss,
    double volatilityAnnual,
    Limited limited,
    Optional<Double> limit,
    String detail) {

  /** The number that a limit is about. */
  public enum Limited {
    /** The loss. */
    LOSS,
    /** The volatility. */
    VOLATILITY
  }

  /** The factor on exposure at which the limit is kept, 0 to 1. */
  public double factor() {
    double value = limited == Limited.LOSS ? loss : volatilityAnnual;
    return limit.isPresent() && value > limit.get() ? limit.get() / value : 1;
  }

  /** The factor as a cause among others. */
  public ExposureScale scale() {
    double value = limited == Limited.LOSS ? loss : volatilityAnnual;
    return ExposureScale.of(
        "stress: " + scenario,
        factor(),
        String.format(
            Locale.ROOT,
            "%s %.1f %%, at most %.1f %%; %s",
            limited == Limited.LOSS ? "loss" : "volatility",
            100 * value,
            100 * limit.orElse(Double.POSITIVE_INFINITY),
            detail));
  }
}
