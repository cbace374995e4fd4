package org.evenkeel.core.policy.watch;

import java.math.BigDecimal;
import java.util.Optional;
import org.evenkeel.core.basics.Ratio;

/**
 * What the watcher allows, independently of the engine's limits.
 *
 * <p>The bounds that are compiled in are the ranges of the configuration's keys; nothing configured passes them.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param maxGross largest gross exposure over NAV, above 0 and up to 20
 * @param maxGrossAmount largest gross exposure in NAV currency, if there is such a limit
 * @param maxNet largest net exposure over NAV, above 0 and up to 20
 * @param maxInstrument largest exposure to one instrument or coin over NAV, above 0 and up to 20
 * @param maxVenue largest gross exposure at one venue over NAV, above 0 and up to 100
 * @param maxMarginRatio largest maintenance margin over the equity that carries it, above 0 and up to 1
 * @param maintenanceRate maintenance margin over notional that is reckoned with, above 0 and up to 1
 * @param tolerance how much of NAV may be held otherwise than the engine says, above 0 and up to 1
 * @param disagreeingLooks after so many looks in a row that disagree with the engine it is halted, 1 to 1000
 * @param blindLooks after so many looks in a row that saw nothing it is halted, 1 to 1000
 * @param haltsWhenBlind false if it only tells that it sees nothing
 */
public record WatchLimits(
    Ratio maxGross,
    Optional<BigDecimal> maxGrossAmount,
    Ratio maxNet,
    Ratio maxInstrument,
    Ratio maxVenue,
    Ratio maxMarginRatio,
    Ratio maintenanceRate,
    Ratio tolerance,
    int disagreeingLooks,
    int blindLooks,
    boolean haltsWhenBlind) {

  private static final String LEVERAGE = "20";
  private static final String VENUE = "100";
  private static final String WHOLE = "1";
  private static final int MOST_LOOKS = 1000;

  public WatchLimits {
    requireWithin("maxGross", maxGross, LEVERAGE);
    requireWithin("maxNet", maxNet, LEVERAGE);
    requireWithin("maxInstrument", maxInstrument, LEVERAGE);
    requireWithin("maxVenue", maxVenue, VENUE);
    requireWithin("maxMarginRatio", maxMarginRatio, WHOLE);
    requireWithin("maintenanceRate", maintenanceRate, WHOLE);
    requireWithin("tolerance", tolerance, WHOLE);
    if (maxGrossAmount.filter(amount -> amount.signum() <= 0).isPresent()) {
      throw new IllegalArgumentException("maxGrossAmount must lie above 0");
    }
    requireLooks("disagreeingLooks", disagreeingLooks);
    requireLooks("blindLooks", blindLooks);
  }

  /** The limits of a configuration that names none. */
  public static WatchLimits defaults() {
    return new WatchLimits(
        Ratio.of("4"),
        Optional.empty(),
        Ratio.of("4"),
        Ratio.of("2"),
        Ratio.of("5"),
        Ratio.of("0.7"),
        Ratio.of("0.025"),
        Ratio.of("0.05"),
        3,
        8,
        true);
  }

  private static void requireWithin(String name, Ratio value, String most) {
    if (value.compareTo(Ratio.ZERO) <= 0 || value.compareTo(Ratio.of(most)) > 0) {
      throw new IllegalArgumentException(
          name + " must lie above 0 and up to " + most + ", found " + value);
    }
  }

  private static void requireLooks(String name, int looks) {
    if (looks < 1 || looks > MOST_LOOKS) {
      throw new IllegalArgumentException(
          name + " must lie in 1.." + MOST_LOOKS + ", found " + looks);
    }
  }
}
