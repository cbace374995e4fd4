package org.evenkeel.core.policy;

import org.evenkeel.core.basics.Ratio;

/**
 * What must hold after every step of a plan, beside the leverages.
 *
 * @param maxVenueExposure largest gross exposure at one venue over NAV, with coins held for their risk; default 4
 * @param maxMarginRatio largest maintenance margin over the equity that carries it at a venue; default 0.5
 * @param minLiquidationDistance smallest move of prices, of all or of one, that may bring a venue's equity down to its
 *     maintenance margin; default 0.1
 * @param maintenanceRate maintenance margin over notional that is reckoned with; default 0.025
 */
public record StepLimits(
    Ratio maxVenueExposure,
    Ratio maxMarginRatio,
    Ratio minLiquidationDistance,
    Ratio maintenanceRate) {

  public StepLimits {
    requireWithin("maxVenueExposure", maxVenueExposure, "100");
    requireWithin("maxMarginRatio", maxMarginRatio, "1");
    requireWithin("maintenanceRate", maintenanceRate, "1");
    if (minLiquidationDistance.compareTo(Ratio.ZERO) < 0
        || minLiquidationDistance.compareTo(Ratio.ONE) >= 0) {
      throw new IllegalArgumentException(
          "minLiquidationDistance must lie in 0..1 without 1, found " + minLiquidationDistance);
    }
  }

  public static StepLimits defaults() {
    return new StepLimits(Ratio.of("4"), Ratio.of("0.5"), Ratio.of("0.1"), Ratio.of("0.025"));
  }

  private static void requireWithin(String name, Ratio value, String most) {
    if (value.compareTo(Ratio.ZERO) <= 0 || value.compareTo(Ratio.of(most)) > 0) {
      throw new IllegalArgumentException(
          name + " must lie above 0 and up to " + most + ", found " + value);
    }
  }
}
