package org.evenkeel.core.parity.score;

import java.time.Duration;

/**
 * The knobs of the forecast scoreboard.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param cutsLeverage whether forecasts shown too low cut leverage; off, they are only reported
 * @param window most recent outcomes over which statistics are taken; default 250
 * @param minOutcomes outcomes needed before the bias statistic counts, and over which it must be good again before a cut
 *     ends; default 20
 * @param level chance of a false alarm of the sequential test, ever; default 0.01
 * @param varLevel chance of a loss beyond the value at risk; default 0.05
 * @param minFactor smallest factor on exposures; default 0.25
 * @param minInterval shortest interval that is scored; default 30 minutes
 */
public record ScoreSettings(
    boolean cutsLeverage,
    int window,
    int minOutcomes,
    double level,
    double varLevel,
    double minFactor,
    Duration minInterval) {

  public ScoreSettings {
    require(minOutcomes >= 5, "minOutcomes must be at least 5, found " + minOutcomes);
    require(window >= minOutcomes, "window must be at least minOutcomes, found " + window);
    require(level > 0 && level <= 0.2, "level must lie above 0 and up to 0.2, found " + level);
    require(
        varLevel >= 0.001 && varLevel <= 0.2, "varLevel must lie in 0.001..0.2, found " + varLevel);
    require(
        minFactor > 0 && minFactor <= 1, "minFactor must lie above 0 and up to 1: " + minFactor);
    require(!minInterval.isNegative(), "minInterval must not be negative, found " + minInterval);
  }

  /** The settings that need no thought; each default is stated at its parameter. */
  public static ScoreSettings defaults() {
    return new ScoreSettings(true, 250, 20, 0.01, 0.05, 0.25, Duration.ofMinutes(30));
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
