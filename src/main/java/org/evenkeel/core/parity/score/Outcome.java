package org.evenkeel.core.parity.score;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;

/**
 * One forecast beside what happened until the next look.
 *
 * <p>Returns are simple and of prices alone: funding and fees are no part of what the covariance forecasts.
 * A year has 365 days, as in the estimate; volatility grows with the root of time.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param from when the forecast was made
 * @param to when it was looked at
 * @param volatility forecast of the portfolio's return over the interval
 * @param portfolioReturn what the exposures held at the start earned by their prices, over the portfolio's value
 * @param sleeves the same by sleeve
 */
public record Outcome(
    Instant from,
    Instant to,
    double volatility,
    double portfolioReturn,
    List<SleeveOutcome> sleeves) {

  private static final double YEAR_MILLIS = Duration.ofDays(365).toMillis();

  public Outcome {
    sleeves = List.copyOf(sleeves);
  }

  /** The outcome of a forecast at a later look, or why there is none to judge. */
  public static Result<Outcome> of(
      HeldForecast forecast, Universe universe, Instant to, List<Mark> marks) {
    double years = Duration.between(forecast.asOf(), to).toMillis() / YEAR_MILLIS;
    if (years <= 0) {
      return refused("the forecast of " + forecast.asOf() + " is not older than the look at " + to);
    }
    double[] contributions = forecast.contributions();
    double variance = 0;
    for (double part : contributions) {
      variance += part;
    }
    if (!(variance > 0)) {
      return refused("nothing with risk was held at " + forecast.asOf());
    }
    double root = StrictMath.sqrt(years);
    double[] held = forecast.exposures();
    double earned = 0;
    List<SleeveOutcome> sleeves = new ArrayList<>();
    for (int i = 0; i < held.length; i++) {
      SleeveForecast sleeve = forecast.sleeves().get(i);
      Result<Double> realized = sleeveReturn(sleeve.sleeve(), forecast, universe, marks);
      if (realized instanceof Result.Refused<Double> refused) {
        return Result.refused(refused.refusal());
      }
      double move = realized.orThrow();
      earned += held[i] * move;
      sleeves.add(
          new SleeveOutcome(
              sleeve.sleeve(),
              sleeve.riskBudget(),
              contributions[i] / variance,
              held[i],
              StrictMath.sqrt(Math.max(0, forecast.annualCovariance().get(i).get(i))) * root,
              move));
    }
    return Result.ok(
        new Outcome(forecast.asOf(), to, StrictMath.sqrt(variance) * root, earned, sleeves));
  }

  /** The outcome in units of its forecast: of good forecasts these have a mean square of one. */
  public double standardized() {
    return portfolioReturn / volatility;
  }

  /** What a sleeve earned; zero for one that was not forecast. */
  double returnOf(SleeveId sleeve) {
    return sleeves.stream()
        .filter(row -> row.sleeve().equals(sleeve))
        .mapToDouble(SleeveOutcome::realized)
        .findFirst()
        .orElse(0);
  }

  private static Result<Double> sleeveReturn(
      SleeveId id, HeldForecast forecast, Universe universe, List<Mark> marks) {
    List<Sleeve> found =
        universe.sleeves().stream().filter(sleeve -> sleeve.id().equals(id)).toList();
    if (found.isEmpty()) {
      return refusedReturn("the universe has no sleeve " + id + " any more");
    }
    TreeMap<InstrumentId, Double> before = prices(forecast.marks());
    TreeMap<InstrumentId, Double> after = prices(marks);
    double sum = 0;
    for (Leg leg : found.get(0).legs()) {
      Double first = before.get(leg.instrument());
      Double last = after.get(leg.instrument());
      if (first == null || last == null || !(first > 0)) {
        return refusedReturn("no price of " + leg.instrument() + " at both ends");
      }
      sum += leg.ratio().doubleValue() * (last / first - 1);
    }
    return Result.ok(sum);
  }

  private static TreeMap<InstrumentId, Double> prices(List<Mark> marks) {
    TreeMap<InstrumentId, Double> prices = new TreeMap<>();
    marks.forEach(mark -> prices.put(mark.instrument(), mark.price().value().doubleValue()));
    return prices;
  }

  private static Result<Double> refusedReturn(String detail) {
    return Result.refused(RefusalReason.COVERAGE_TOO_LOW, detail);
  }

  private static Result<Outcome> refused(String detail) {
    return Result.refused(RefusalReason.COVERAGE_TOO_LOW, detail);
  }
}
