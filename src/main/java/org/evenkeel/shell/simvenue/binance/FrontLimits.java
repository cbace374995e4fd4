package org.evenkeel.shell.simvenue.binance;

/**
 * Request weight per minute of wall time, by API.
 *
 * @param spotWeight budget of {@code /api} and {@code /sapi}
 * @param futuresWeight budget of {@code /fapi}
 */
public record FrontLimits(int spotWeight, int futuresWeight) {

  /** Binance's published spot budget. */
  static final int SPOT_WEIGHT = 6000;

  /** Binance's published futures budget. */
  static final int FUTURES_WEIGHT = 2400;

  /** Returns Binance's published budgets. */
  public static FrontLimits standard() {
    return new FrontLimits(SPOT_WEIGHT, FUTURES_WEIGHT);
  }
}
