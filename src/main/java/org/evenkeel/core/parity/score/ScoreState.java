package org.evenkeel.core.parity.score;

import java.time.Instant;
import java.util.Optional;

/**
 * What the scoreboard remembers from one outcome to the next.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param outcomes how many were seen since the start or the last recovery
 * @param variance bet on squared standardised outcomes
 * @param exceedances bet on losses beyond the value at risk
 * @param alarm why forecasts are taken as too low
 * @param alarmSince when that was found
 */
public record ScoreState(
    int outcomes,
    SequentialTest variance,
    SequentialTest exceedances,
    Alarm alarm,
    Optional<Instant> alarmSince) {

  /** Why forecasts are taken as too low. */
  public enum Alarm {
    /** They are not. */
    NONE,
    /** The sequential test rejects. */
    SEQUENTIAL_TEST,
    /** The lower bound of the bias statistic is above one. */
    BIAS_BOUND
  }

  /** Nothing seen, or everything forgiven. */
  public static ScoreState fresh() {
    return new ScoreState(
        0, SequentialTest.fresh(), SequentialTest.fresh(), Alarm.NONE, Optional.empty());
  }

  /** The wealth of both bets together against forecasts that are high enough: half the money on each. */
  public double evidence() {
    return (variance.evidence() + exceedances.evidence()) / 2;
  }
}
