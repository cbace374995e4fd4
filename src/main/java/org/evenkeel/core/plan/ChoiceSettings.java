package org.evenkeel.core.plan;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.catalog.Instrument;

/**
 * What the instruments of a leg are compared by, beside what the markets show.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param futuresFees taker fee of futures by venue, where it is not the one of the bands; 0 to 0.05
 * @param spotFees the same of coins
 * @param borrow what money costs in a year that is put into coins instead of lying as margin; 0 to 5, default 0
 */
public record ChoiceSettings(
    SortedMap<String, Ratio> futuresFees, SortedMap<String, Ratio> spotFees, Ratio borrow) {

  public ChoiceSettings {
    futuresFees = checked(futuresFees);
    spotFees = checked(spotFees);
    if (borrow.compareTo(Ratio.ZERO) < 0 || borrow.compareTo(Ratio.of("5")) > 0) {
      throw new IllegalArgumentException(
          "the cost of money in a year must lie in 0..5, found " + borrow);
    }
  }

  private static SortedMap<String, Ratio> checked(Map<String, Ratio> fees) {
    for (Map.Entry<String, Ratio> fee : fees.entrySet()) {
      boolean isFee =
          fee.getValue().compareTo(Ratio.ZERO) >= 0
              && fee.getValue().compareTo(Ratio.of("0.05")) <= 0;
      if (!isFee) {
        throw new IllegalArgumentException(
            "the fee at " + fee.getKey() + " must lie in 0..0.05, found " + fee.getValue());
      }
    }
    return Collections.unmodifiableSortedMap(new TreeMap<>(fees));
  }

  /** The fees of the bands at every venue, and money that costs nothing. */
  public static ChoiceSettings defaults() {
    return new ChoiceSettings(new TreeMap<>(), new TreeMap<>(), Ratio.ZERO);
  }

  /** The taker fee of an instrument, as a fraction of the value. */
  Ratio fee(Instrument instrument, PlanSettings settings) {
    String venue = instrument.venue().value();
    return switch (instrument) {
      case Instrument.Spot spot -> spotFees.getOrDefault(venue, settings.bands().spotFee());
      case Instrument.Future future ->
          futuresFees.getOrDefault(venue, settings.bands().futuresFee());
    };
  }
}
