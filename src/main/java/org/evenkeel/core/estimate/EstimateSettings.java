package org.evenkeel.core.estimate;

import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.SleeveClass;

/**
 * The knobs of the risk estimate.
 *
 * <p>{@link #defaults()} reads 90 days of 4-hour bars. This class is immutable and thread-safe.
 *
 * @param barLength length of one bar; default 4 hours; shorter follows the market faster and sees
 *     more of the noise of trading
 * @param lookbackBars returns wanted for each instrument; default 540 (90 days of 4-hour bars);
 *     older bars do not count at all
 * @param volatilityHalfLifeBars age in bars at which a return counts half for the volatility;
 *     default 90 (15 days); smaller reacts faster and trades more
 * @param correlationHalfLifeBars the same for correlations; default 180 (30 days); correlations
 *     need more data than volatilities to say anything
 * @param minCoverage smallest fraction, 0 to 1, of the wanted returns that each instrument must
 *     have; default 0.90 (nine days of 90 may be missing);
 *     below it nothing trades
 * @param maxStalenessBars bars by which an instrument's newest close may lag behind the slot;
 *     default 1; beyond it nothing trades
 * @param maxAbsBarReturn largest believable move in one bar as a fraction; default 0.75, because
 *     dogecoin really rose by 66 % in four hours of 2021-01-29; a larger one needs a second source
 *     or a person, see {@link org.evenkeel.core.estimate.gate.QualityGate}
 * @param maxConditionNumber largest accepted ratio of the largest to the smallest eigenvalue of the
 *     correlation matrix; default 100000; above it two sleeves are practically the same thing
 * @param volatilityFloorAnnual smallest believed volatility per class as a fraction per year; a
 *     stablecoin that has not moved for a month is not without risk
 * @param defaultVolatilityFloorAnnual the floor of every class that is not listed; default 0.02
 * @param method which estimators are used
 */
public record EstimateSettings(
    Duration barLength,
    int lookbackBars,
    double volatilityHalfLifeBars,
    double correlationHalfLifeBars,
    double minCoverage,
    int maxStalenessBars,
    double maxAbsBarReturn,
    double maxConditionNumber,
    SortedMap<SleeveClass, Double> volatilityFloorAnnual,
    double defaultVolatilityFloorAnnual,
    EstimatorChoice method) {

  /** Crypto markets never close, so a year has 365 days of trading. */
  private static final Duration YEAR = Duration.ofDays(365);

  public EstimateSettings {
    volatilityFloorAnnual = Collections.unmodifiableSortedMap(new TreeMap<>(volatilityFloorAnnual));
    require(
        barLength.compareTo(Duration.ofMinutes(1)) >= 0 && barLength.compareTo(YEAR) < 0,
        "barLength must lie between one minute and one year, found " + barLength);
    require(lookbackBars >= 2, "lookbackBars must be at least 2, found " + lookbackBars);
    above("volatilityHalfLifeBars", volatilityHalfLifeBars, 0);
    above("correlationHalfLifeBars", correlationHalfLifeBars, 0);
    above("minCoverage", minCoverage, 0);
    require(minCoverage <= 1, "minCoverage must lie in 0..1, found " + minCoverage);
    require(
        maxStalenessBars >= 0, "maxStalenessBars must not be negative, found " + maxStalenessBars);
    above("maxAbsBarReturn", maxAbsBarReturn, 0);
    above("maxConditionNumber", maxConditionNumber, 1);
    above("defaultVolatilityFloorAnnual", defaultVolatilityFloorAnnual, 0);
    volatilityFloorAnnual.forEach(
        (name, floor) -> above("the volatility floor of class " + name, floor, 0));
  }

  /** Settings with the default method. */
  public EstimateSettings(
      Duration barLength,
      int lookbackBars,
      double volatilityHalfLifeBars,
      double correlationHalfLifeBars,
      double minCoverage,
      int maxStalenessBars,
      double maxAbsBarReturn,
      double maxConditionNumber,
      SortedMap<SleeveClass, Double> volatilityFloorAnnual,
      double defaultVolatilityFloorAnnual) {
    this(
        barLength,
        lookbackBars,
        volatilityHalfLifeBars,
        correlationHalfLifeBars,
        minCoverage,
        maxStalenessBars,
        maxAbsBarReturn,
        maxConditionNumber,
        volatilityFloorAnnual,
        defaultVolatilityFloorAnnual,
        EstimatorChoice.defaults());
  }

  /**
   * The same settings for data that {@link org.evenkeel.core.estimate.gate.QualityGate} judges:
   * any coverage, lag, move and condition number is taken, because the gate looks at all of them
   * and not only at the first that fails.
   */
  public EstimateSettings withoutDataLimits() {
    return new EstimateSettings(
        barLength,
        lookbackBars,
        volatilityHalfLifeBars,
        correlationHalfLifeBars,
        Double.MIN_VALUE,
        Integer.MAX_VALUE,
        Double.MAX_VALUE,
        Double.MAX_VALUE,
        volatilityFloorAnnual,
        defaultVolatilityFloorAnnual,
        method);
  }

  /** The settings that need no thought; each default is argued for at its parameter. */
  public static EstimateSettings defaults() {
    return new EstimateSettings(
        Duration.ofHours(4), 540, 90, 180, 0.90, 1, 0.75, 1e5, new TreeMap<>(), 0.02);
  }

  /** The same settings with another method. */
  public EstimateSettings with(EstimatorChoice other) {
    return new EstimateSettings(
        barLength,
        lookbackBars,
        volatilityHalfLifeBars,
        correlationHalfLifeBars,
        minCoverage,
        maxStalenessBars,
        maxAbsBarReturn,
        maxConditionNumber,
        volatilityFloorAnnual,
        defaultVolatilityFloorAnnual,
        other);
  }

  /** The smallest volatility believed of a class, as a fraction per year. */
  public double floorOf(SleeveClass sleeveClass) {
    return volatilityFloorAnnual.getOrDefault(sleeveClass, defaultVolatilityFloorAnnual);
  }

  /** How many bars make a year of 365 days: the factor from variance per bar to variance per year. */
  public double barsPerYear() {
    return (double) YEAR.toMillis() / (double) barLength.toMillis();
  }

  private static void above(String name, double value, double bound) {
    require(
        Double.isFinite(value) && value > bound,
        name + " must be a finite number above " + bound + ", found " + value);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
