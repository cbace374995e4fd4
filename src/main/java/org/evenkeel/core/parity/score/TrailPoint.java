package org.evenkeel.core.parity.score;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The score at one moment, over the outcomes up to it.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param asOf when the forecast was judged
 * @param forecastVolatility the forecast, per year
 * @param realizedVolatility root mean square of the last outcomes, per year
 * @param standardized the outcome in units of its forecast
 * @param bias over the last outcomes
 * @param biasLow lower end of its 95 % band
 * @param biasHigh upper end of its 95 % band
 * @param exceeded whether the loss was beyond the value at risk
 * @param evidence wealth of the sequential test
 * @param factor factor on exposures that followed
 */
public record TrailPoint(
    Instant asOf,
    double forecastVolatility,
    double realizedVolatility,
    double standardized,
    double bias,
    double biasLow,
    double biasHigh,
    boolean exceeded,
    double evidence,
    double factor) {

  private static final double YEAR_MILLIS = Duration.ofDays(365).toMillis();
  private static final double BAND = 0.025;

  /** The trail of entries that are given newest first, oldest first; entries without an outcome leave no point. */
  public static List<TrailPoint> of(List<ScoreEntry> newestFirst) {
    List<ScoreEntry> judged =
        newestFirst.stream().filter(entry -> entry.outcome().isPresent()).toList();
    List<TrailPoint> points = new ArrayList<>();
    for (int i = judged.size() - 1; i >= 0; i--) {
      ScoreEntry entry = judged.get(i);
      int span = Math.min(judged.size() - i, entry.settings().minOutcomes());
      List<Outcome> recent =
          judged.subList(i, i + span).stream().map(e -> e.outcome().orElseThrow()).toList();
      points.add(point(entry, recent));
    }
    return points;
  }

  private static TrailPoint point(ScoreEntry entry, List<Outcome> recent) {
    Outcome outcome = recent.get(0);
    double z = outcome.standardized();
    double squares = 0;
    double years = 0;
    for (Outcome each : recent) {
      squares += each.portfolioReturn() * each.portfolioReturn();
      years += years(each);
    }
    return new TrailPoint(
        outcome.to(),
        outcome.volatility() / StrictMath.sqrt(years(outcome)),
        StrictMath.sqrt(squares / years),
        z,
        ScoreStatistics.bias(recent),
        ScoreStatistics.bound(recent, 1 - BAND),
        ScoreStatistics.bound(recent, BAND),
        z < Normal.quantile(entry.settings().varLevel()),
        entry.state().evidence(),
        entry.factor());
  }

  private static double years(Outcome outcome) {
    return Duration.between(outcome.from(), outcome.to()).toMillis() / YEAR_MILLIS;
  }
}
