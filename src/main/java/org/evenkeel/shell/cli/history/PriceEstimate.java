package org.evenkeel.shell.cli.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.estimate.CovarianceEstimator;
import org.evenkeel.core.estimate.EstimateSettings;
import org.evenkeel.core.estimate.EstimatorChoice;
import org.evenkeel.core.estimate.ReturnMatrix;
import org.evenkeel.shell.cli.table.InputProblem;
import org.evenkeel.shell.cli.table.PriceTable;

/** The bot's estimator on a table of prices. */
public final class PriceEstimate {

  /** Half-lives of the bot, 15 and 30 days, in bars of whatever length. */
  private static final Duration VOLATILITY = Duration.ofDays(15);

  private static final Duration CORRELATION = Duration.ofDays(30);

  private PriceEstimate() {}

  /**
   * What a command line says; what it does not say follows from the table.
   *
   * @param bar the length of a bar; default the usual distance of rows
   * @param lookback returns looked back at; default all rows, 540 at most
   * @param volatilityHalfLife in bars; default 15 days, 30 bars at least
   * @param correlationHalfLife in bars; default 30 days, 60 bars at least
   * @param minCoverage smallest part of returns that an asset must have
   * @param method the estimators
   * @param asOf the last time looked at
   */
  public record Words(
      Optional<Duration> bar,
      OptionalInt lookback,
      OptionalDouble volatilityHalfLife,
      OptionalDouble correlationHalfLife,
      OptionalDouble minCoverage,
      EstimatorChoice method,
      Optional<Instant> asOf) {}

  /** The estimate, or why there is none, in the names of the file. */
  public static Result<EstimateAnswer> of(PriceTable table, Words words) {
    PriceTable prices = words.asOf().map(table::until).orElse(table);
    if (prices.times().size() < 2) {
      throw InputProblem.of(
          prices.file(),
          prices.times().size() + " rows of prices up to the end of the window; two are the least");
    }
    Duration bar = words.bar().orElseGet(prices::usualStep);
    requireGrid(prices, bar);
    EstimateSettings settings = settings(prices, bar, words);
    PriceMarket market = new PriceMarket(prices, bar);
    Result<CovarianceEstimate> estimate =
        ReturnMatrix.from(market.universe(), market.snapshot(), settings)
            .then(returns -> CovarianceEstimator.estimate(returns, market.universe(), settings));
    return switch (estimate) {
      case Result.Ok<CovarianceEstimate> ok ->
          Result.ok(EstimateAnswer.of(market.names(), ok.value(), settings));
      case Result.Refused<CovarianceEstimate> refused ->
          Result.refused(
              Refusal.of(refused.refusal().reason(), market.inWords(refused.refusal().detail())));
    };
  }

  /** The estimator's grid has whole multiples of the bar, counted from 1970-01-01 UTC. */
  private static void requireGrid(PriceTable prices, Duration bar) {
    Instant last = prices.times().get(prices.times().size() - 1);
    if (bar.toMillis() <= 0 || last.toEpochMilli() % bar.toMillis() != 0) {
      throw InputProblem.of(
          prices.file(),
          "the last time "
              + last
              + " is no whole multiple of the bar length "
              + bar
              + " in UTC; name the length with --bar, or write times that are");
    }
  }

  private static EstimateSettings settings(PriceTable prices, Duration bar, Words words) {
    EstimateSettings usual = EstimateSettings.defaults();
    Duration span =
        Duration.between(prices.times().get(0), prices.times().get(prices.times().size() - 1));
    long rows = span.dividedBy(bar);
    int lookback = words.lookback().orElse((int) Math.min(usual.lookbackBars(), rows));
    return new EstimateSettings(
        bar,
        Math.max(2, lookback),
        words.volatilityHalfLife().orElse(halfLife(VOLATILITY, bar, 30)),
        words.correlationHalfLife().orElse(halfLife(CORRELATION, bar, 60)),
        words.minCoverage().orElse(usual.minCoverage()),
        usual.maxStalenessBars(),
        usual.maxAbsBarReturn(),
        usual.maxConditionNumber(),
        new TreeMap<>(),
        usual.defaultVolatilityFloorAnnual(),
        words.method());
  }

  private static double halfLife(Duration wanted, Duration bar, double least) {
    return Math.max(least, (double) wanted.toMillis() / (double) bar.toMillis());
  }
}
