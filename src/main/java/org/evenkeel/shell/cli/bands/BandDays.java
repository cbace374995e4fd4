package org.evenkeel.shell.cli.bands;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.parity.ParitySettings;
import org.evenkeel.core.parity.RiskBudgets;
import org.evenkeel.core.parity.RiskParity;
import org.evenkeel.core.parity.RiskParitySolution;
import org.evenkeel.shell.cli.table.InputProblem;
import org.evenkeel.shell.cli.table.PriceTable;

/**
 * Daily targets of equal risk from a table of prices: what every way of rebalancing follows.
 *
 * <p>The covariance is an exponential mean of daily returns up to the evening before, with one half-life for all; the
 * exposures are the solver's weights at the target volatility.
 *
 * <p>This class is stateless and thread-safe.
 */
final class BandDays {

  private static final double DAYS = 365;
  private static final int LEAST_DAYS = 60;

  private BandDays() {}

  /** What the walk is made of. */
  record Words(LocalDate from, LocalDate to, double targetVolatility, double halfLifeDays) {}

  /**
   * The days on which every asset has a covariance and a return.
   *
   * @param funding by asset and date, summed over the day; missing is none
   */
  static List<BandDay> of(
      PriceTable prices, Words words, SortedMap<String, SortedMap<LocalDate, Double>> funding) {
    int n = prices.names().size();
    double decay = StrictMath.pow(0.5, 1 / words.halfLifeDays());
    double[][] sums = new double[n][n];
    double weight = 0;
    int seen = 0;
    List<BandDay> days = new ArrayList<>();
    for (int row = 1; row < prices.times().size(); row++) {
      LocalDate date = dateOf(prices.times().get(row));
      double[] returns = returns(prices, row);
      if (returns.length < n) {
        continue;
      }
      boolean isWanted = !date.isBefore(words.from()) && !date.isAfter(words.to());
      if (isWanted && seen >= LEAST_DAYS) {
        double[][] covariance = annual(sums, weight);
        days.add(
            new BandDay(
                target(prices, covariance, words.targetVolatility()),
                covariance,
                returns,
                fundingOf(prices, date, funding)));
      }
      weight = decay * weight + 1;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          sums[i][j] = decay * sums[i][j] + returns[i] * returns[j];
        }
      }
      seen++;
    }
    if (days.size() < 2) {
      throw InputProblem.of(
          prices.file(),
          "has "
              + days.size()
              + " days on which every asset has "
              + LEAST_DAYS
              + " returns before;"
              + " choose a later --from, or fewer --assets");
    }
    return days;
  }

  private static LocalDate dateOf(Instant time) {
    return time.atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** The returns of a row, or none if a price is missing. */
  private static double[] returns(PriceTable prices, int row) {
    double[] returns = new double[prices.names().size()];
    for (int i = 0; i < returns.length; i++) {
      returns[i] = prices.close(row, i) / prices.close(row - 1, i) - 1;
      if (!Double.isFinite(returns[i])) {
        return new double[0];
      }
    }
    return returns;
  }

  private static double[][] annual(double[][] sums, double weight) {
    double[][] covariance = new double[sums.length][sums.length];
    for (int i = 0; i < sums.length; i++) {
      for (int j = 0; j < sums.length; j++) {
        covariance[i][j] = sums[i][j] / weight * DAYS;
      }
    }
    return covariance;
  }

  private static double[] target(PriceTable prices, double[][] covariance, double volatility) {
    List<SleeveId> sleeves =
        prices.names().stream().map(name -> SleeveId.of(name.toLowerCase(Locale.ROOT))).toList();
    double[] equal = new double[sleeves.size()];
    java.util.Arrays.fill(equal, 1);
    Result<RiskParitySolution> solved =
        RiskBudgets.of(sleeves, equal)
            .then(
                budgets ->
                    RiskParity.solve(
                        CovarianceEstimate.given(sleeves, covariance),
                        budgets,
                        ParitySettings.defaults()));
    RiskParitySolution solution =
        switch (solved) {
          case Result.Ok<RiskParitySolution> ok -> ok.value();
          case Result.Refused<RiskParitySolution> refused ->
              throw InputProblem.of(prices.file(), refused.refusal().detail());
        };
    double scale = volatility / solution.volatilityAnnual();
    return solution.weights().stream().mapToDouble(weight -> weight * scale).toArray();
  }

  private static double[] fundingOf(
      PriceTable prices, LocalDate date, SortedMap<String, SortedMap<LocalDate, Double>> funding) {
    return prices.names().stream()
        .mapToDouble(
            name ->
                funding
                    .getOrDefault(name.toUpperCase(Locale.ROOT), new TreeMap<>())
                    .getOrDefault(date, 0.0))
        .toArray();
  }
}
