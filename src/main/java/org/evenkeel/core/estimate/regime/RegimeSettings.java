package org.evenkeel.core.estimate.regime;

/**
 * The knobs of the regime detectors.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param windowBars bars over which correlations are measured; default 60 (10 days of 4-hour bars); shorter follows
 *     faster and alarms on noise
 * @param turbulenceBars bars over which turbulence is averaged; default 6 (one day of 4-hour bars)
 * @param alarmQuantile share of its own history above which a reading is an alarm; default 0.95; 1 never alarms
 * @param minHistory readings of the past without which no reading is ranked; default 30
 * @param averageCorrelationFactor factor on exposure, 0 to 1, while the average correlation alarms; default 1, which only
 *     tells: from 2021 to 2024 the days after such alarms were calmer than forecast
 * @param absorptionFactor the same for the absorption ratio; default 1, for the same reason
 * @param turbulenceFactor the same for turbulence; default 0.75: from 2021 to 2024 the days after readings above the
 *     95th percentile moved 1.34 times their forecast, all days 1.09 times
 */
public record RegimeSettings(
    int windowBars,
    int turbulenceBars,
    double alarmQuantile,
    int minHistory,
    double averageCorrelationFactor,
    double absorptionFactor,
    double turbulenceFactor) {

  public RegimeSettings {
    require(windowBars >= 3, "windowBars must be at least 3, found " + windowBars);
    require(turbulenceBars >= 1, "turbulenceBars must be at least 1, found " + turbulenceBars);
    require(
        alarmQuantile > 0 && alarmQuantile <= 1,
        "alarmQuantile must lie above 0 and up to 1, found " + alarmQuantile);
    require(minHistory >= 1, "minHistory must be at least 1, found " + minHistory);
    factor("averageCorrelationFactor", averageCorrelationFactor);
    factor("absorptionFactor", absorptionFactor);
    factor("turbulenceFactor", turbulenceFactor);
  }

  /** The settings that need no thought; each default is stated at its parameter. */
  public static RegimeSettings defaults() {
    return new RegimeSettings(60, 6, 0.95, 30, 1, 1, 0.75);
  }

  /** The factor on exposure while a detector alarms. */
  public double factorOf(RegimeReading.Detector detector) {
    return switch (detector) {
      case AVERAGE_CORRELATION -> averageCorrelationFactor;
      case ABSORPTION_RATIO -> absorptionFactor;
      case TURBULENCE -> turbulenceFactor;
    };
  }

  private static void factor(String name, double value) {
    require(value >= 0 && value <= 1, name + " must lie in 0..1, found " + value);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
