package org.evenkeel.core.estimate.regime;

/**
 * The knobs of the regime detectors.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param windowBars bars over which correlations are measured; default 60 (10 days of 4-hour bars); shorter follows
 *     faster and alarms on noise
 * @param turbulenceBars bars over which turbulence is averaged; default 6 (one day of 4-hour bars)
 * @param alarmQuantile share of its own history above which a reading is an alarm; default 0.99; 1 never alarms
 * @param minHistory readings of the past without which no reading is ranked; default 30
 * @param alarmFactor factor on exposure, 0 to 1, while a detector alarms; default 0.75; 1 only tells
 */
public record RegimeSettings(
    int windowBars, int turbulenceBars, double alarmQuantile, int minHistory, double alarmFactor) {

  public RegimeSettings {
    require(windowBars >= 3, "windowBars must be at least 3, found " + windowBars);
    require(turbulenceBars >= 1, "turbulenceBars must be at least 1, found " + turbulenceBars);
    require(
        alarmQuantile > 0 && alarmQuantile <= 1,
        "alarmQuantile must lie above 0 and up to 1, found " + alarmQuantile);
    require(minHistory >= 1, "minHistory must be at least 1, found " + minHistory);
    require(
        alarmFactor >= 0 && alarmFactor <= 1, "alarmFactor must lie in 0..1, found " + alarmFactor);
  }

  /** The settings that need no thought; each default is stated at its parameter. */
  public static RegimeSettings defaults() {
    return new RegimeSettings(60, 6, 0.99, 30, 0.75);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
