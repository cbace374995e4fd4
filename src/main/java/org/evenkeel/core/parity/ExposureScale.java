package org.evenkeel.core.parity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Ratio;

/**
 * One named reason to hold less than the solver's targets, as a factor on every exposure.
 *
 * <p>The common hand of everything that lowers leverage after the solve: stress limits, alarms of the regime detectors,
 * a forecast that was shown too low, budgets of sleeves that are set aside.
 * Each cause states its own factor; they are not multiplied, the smallest binds, and a factor above one counts as one,
 * so that no cause can raise exposure and none can hide another.
 *
 * <p>For example, causes 'stress: correlations to one' with 0.8 and 'forecast too low' with 0.65 make every exposure
 * 0.65 of its target, and the decision names the second.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param cause what asks for it, in a few words, not blank; the same words in every cycle, because people search for it
 * @param factor 0 to 1
 * @param detail the numbers behind it, for a person
 */
public record ExposureScale(String cause, Ratio factor, String detail) {

  private static final int DECIMALS = 12;

  public ExposureScale {
    if (cause.isBlank()) {
      throw new IllegalArgumentException("an exposure scale needs a cause");
    }
    if (factor.compareTo(Ratio.ZERO) < 0 || factor.compareTo(Ratio.ONE) > 0) {
      throw new IllegalArgumentException(
          "the factor of '" + cause + "' must lie in 0..1, found " + factor);
    }
  }

  /**
   * A scale from a computed number: above one it is one, and it is rounded down, never up.
   *
   * @throws IllegalArgumentException if the number is negative or not a number, which would be a bug of the cause
   */
  public static ExposureScale of(String cause, double factor, String detail) {
    if (Double.isNaN(factor) || factor < 0) {
      throw new IllegalArgumentException("the factor of '" + cause + "' is " + factor);
    }
    BigDecimal capped = BigDecimal.valueOf(Math.min(1, factor));
    return new ExposureScale(cause, Ratio.of(capped.setScale(DECIMALS, RoundingMode.DOWN)), detail);
  }

  /** Whether it asks for less than the whole target. */
  public boolean lowers() {
    return factor.compareTo(Ratio.ONE) < 0;
  }

  /** The scale with the smallest factor, the first of equal ones; empty if none lowers anything. */
  public static Optional<ExposureScale> binding(List<ExposureScale> scales) {
    Optional<ExposureScale> least = Optional.empty();
    for (ExposureScale scale : scales) {
      if (scale.lowers() && (least.isEmpty() || scale.factor.compareTo(least.get().factor) < 0)) {
        least = Optional.of(scale);
      }
    }
    return least;
  }
}
