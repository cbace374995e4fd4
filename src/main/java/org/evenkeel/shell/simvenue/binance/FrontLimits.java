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

  /** Enough for several decisions a second, and still a limit. */
  private static final int COMPRESSED = 100;

  /** Returns Binance's published budgets. */
  public static FrontLimits standard() {
    return new FrontLimits(SPOT_WEIGHT, FUTURES_WEIGHT);
  }

  /**
   * The budgets of a venue whose market runs faster than the wall: a client there does the work of many minutes in one.
   *
   * @param speed market time per wall time; up to 1 the published budgets hold
   */
  public FrontLimits atSpeed(double speed) {
    int factor = speed > 1 ? COMPRESSED : 1;
    return new FrontLimits(spotWeight * factor, futuresWeight * factor);
  }
}
