package org.evenkeel.core.parity.stress;

import java.util.List;

/**
 * The scenarios of the stress view and how much of each the portfolio may bear.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param maxVolatilityCorrelationsOne largest volatility with all correlations at their worst, in multiples of the
 *     target volatility; default 2.5; lower distrusts diversification more
 * @param maxVolatilityExtreme largest volatility with every sleeve at the 99th percentile of its own history, in
 *     multiples of the target volatility; default 3; lower remembers past storms more
 * @param maxLoss largest loss in the worst window and in each named shock, as a fraction of the portfolio's value;
 *     default 0.35; lower caps leverage in calm markets
 * @param volatilityWindowBars bars over which the past volatilities are measured; default 60 (10 days of 4-hour bars)
 * @param lossWindowBars length of the worst window in bars; default 30 (5 days of 4-hour bars)
 * @param shocks the named shocks; default one, 'market -40 %': bitcoin's 2020-03-12 was -39 % in a day
 * @param venueRecovery part of what lies at a venue that comes back after its default; default 0
 */
public record StressSettings(
    double maxVolatilityCorrelationsOne,
    double maxVolatilityExtreme,
    double maxLoss,
    int volatilityWindowBars,
    int lossWindowBars,
    List<StressShock> shocks,
    double venueRecovery) {

  public StressSettings {
    shocks = List.copyOf(shocks);
    above("maxVolatilityCorrelationsOne", maxVolatilityCorrelationsOne, 0);
    above("maxVolatilityExtreme", maxVolatilityExtreme, 0);
    above("maxLoss", maxLoss, 0);
    above("volatilityWindowBars", volatilityWindowBars, 1);
    above("lossWindowBars", lossWindowBars, 0);
    if (!(venueRecovery >= 0 && venueRecovery <= 1)) {
      throw new IllegalArgumentException("venueRecovery must lie in 0..1, found " + venueRecovery);
    }
  }

  /** The settings that need no thought; each default is stated at its parameter. */
  public static StressSettings defaults() {
    return new StressSettings(
        2.5, 3, 0.35, 60, 30, List.of(StressShock.market("market -40 %", -0.4)), 0);
  }

  private static void above(String name, double value, double bound) {
    if (!Double.isFinite(value) || value <= bound) {
      throw new IllegalArgumentException(
          name + " must be a finite number above " + bound + ", found " + value);
    }
  }
}
