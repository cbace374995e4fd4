package org.evenkeel.shell.cli.trial;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveClass;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.estimate.CovarianceEstimator;
import org.evenkeel.core.parity.ParitySettings;
import org.evenkeel.core.parity.RiskBudgets;
import org.evenkeel.core.parity.RiskParity;
import org.evenkeel.core.parity.RiskParitySolution;

/**
 * A walk through history: at every step each estimator sees only what came before, and is judged by what comes next.
 *
 * <p>An asset takes part once it has enough returns, and all estimators have the same assets at the same step.
 *
 * <p>This class is immutable and thread-safe.
 */
final class WalkForward {

  private static final int RANDOM_PORTFOLIOS = 50;

  /** The target that exposures are scaled to; only differences between estimators matter. */
  private static final double TARGET_VOLATILITY = 0.20;

  private final Panel panel;
  private final int horizon;
  private final int window;
  private final int leastBars;

  /**
   * A walk over a panel.
   *
   * @param horizon bars that a forecast is for, and between two decisions
   * @param window decisions after which risk contributions are measured
   * @param leastBars returns that an asset needs before it takes part
   */
  WalkForward(Panel panel, int horizon, int window, int leastBars) {
    this.panel = panel;
    this.horizon = horizon;
    this.window = window;
    this.leastBars = leastBars;
  }

  /** What happened after each of an estimator's forecasts. */
  Track of(Candidate candidate) {
    Track track = new Track();
    TreeMap<Integer, Double> lastWeights = new TreeMap<>();
    TreeMap<Integer, Double> lastExposures = new TreeMap<>();
    int decision = 0;
    for (int row = leastBars + 1; row + horizon <= panel.size(); row += horizon) {
      int[] assets = assets(row);
      if (assets.length >= 3) {
        CovarianceEstimate estimate = estimate(candidate, row, assets);
        double[] weights = weights(estimate, universe(assets));
        double[][] forecast = scaled(estimate);
        double volatility = StrictMath.sqrt(Loss.variance(estimate.annualCovariance(), weights));
        double[] exposures =
            Arrays.stream(weights).map(w -> w * TARGET_VOLATILITY / volatility).toArray();
        double turnover = turnover(lastWeights, assets, weights);
        double exposed = turnover(lastExposures, assets, exposures);
        track.add(step(row, assets, forecast, weights, turnover, exposed));
        if (decision % window == 0) {
          realized(track, row, assets, weights);
        }
      }
      decision++;
    }
    return track;
  }

  private Track.Step step(
      int row,
      int[] assets,
      double[][] forecast,
      double[] weights,
      double turnover,
      double exposed) {
    double[] outcome = outcome(row, assets);
    double ofAssets = 0;
    for (int i = 0; i < outcome.length; i++) {
      ofAssets += Loss.qlike(forecast[i][i], outcome[i]) / outcome.length;
    }
    double ofPortfolios = 0;
    double squares = 0;
    for (int k = 0; k < RANDOM_PORTFOLIOS; k++) {
      double[] portfolio = RandomPortfolio.of(k, assets);
      double variance = Loss.variance(forecast, portfolio);
      double move = Loss.dot(portfolio, outcome);
      ofPortfolios += Loss.qlike(variance, move) / RANDOM_PORTFOLIOS;
      squares += move * move / variance / RANDOM_PORTFOLIOS;
    }
    return new Track.Step(
        panel.time(row),
        Loss.qlike(forecast, outcome),
        ofAssets,
        ofPortfolios,
        Loss.dot(weights, outcome) / StrictMath.sqrt(Loss.variance(forecast, weights)),
        squares,
        turnover,
        exposed);
  }

  /** The error of the risk contributions over the bars until the window's end, if there is so much. */
  private void realized(Track track, int row, int[] assets, double[] weights) {
    int end = row + window * horizon;
    if (end > panel.size()) {
      return;
    }
    double[][] realized = new double[assets.length][assets.length];
    for (int t = row; t < end; t++) {
      for (int i = 0; i < assets.length; i++) {
        for (int j = 0; j < assets.length; j++) {
          double product = panel.at(t, assets[i]) * panel.at(t, assets[j]);
          realized[i][j] += Double.isNaN(product) ? 0 : product;
        }
      }
    }
    track.add(new Track.Window(panel.time(row), Loss.parityError(realized, weights)));
  }

  /** Assets with enough history, some of it just now, and with every return of the horizon. */
  private int[] assets(int row) {
    List<Integer> assets = new ArrayList<>();
    for (int i = 0; i < panel.names().size(); i++) {
      if (panel.present(0, row, i) >= leastBars
          && panel.present(row - 1, row, i) == 1
          && panel.present(row, row + horizon, i) == horizon) {
        assets.add(i);
      }
    }
    return assets.stream().mapToInt(i -> i).toArray();
  }

  private double[] outcome(int row, int[] assets) {
    double[] outcome = new double[assets.length];
    for (int i = 0; i < assets.length; i++) {
      double growth = 1;
      for (int t = row; t < row + horizon; t++) {
        growth *= 1 + panel.at(t, assets[i]);
      }
      outcome[i] = growth - 1;
    }
    return outcome;
  }

  private CovarianceEstimate estimate(Candidate candidate, int row, int[] assets) {
    Universe universe = universe(assets);
    List<SleeveId> names = universe.sleeves().stream().map(Sleeve::id).toList();
    Result<CovarianceEstimate> estimate =
        CovarianceEstimator.estimate(
            panel.before(row, candidate.settings().lookbackBars(), assets, names),
            universe,
            candidate.settings());
    return switch (estimate) {
      case Result.Ok<CovarianceEstimate> ok -> ok.value();
      case Result.Refused<CovarianceEstimate> refused ->
          throw new IllegalStateException(
              candidate.name() + " at " + panel.time(row) + ": " + refused.refusal());
    };
  }

  private static double[] weights(CovarianceEstimate estimate, Universe universe) {
    RiskParitySolution solution =
        RiskBudgets.from(universe)
            .then(budgets -> RiskParity.solve(estimate, budgets, ParitySettings.defaults()))
            .orThrow();
    return solution.weights().stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The covariance per horizon. */
  private double[][] scaled(CovarianceEstimate estimate) {
    double[][] covariance = estimate.annualCovariance();
    double horizons = 365.0 * 86_400_000 / panel.bar().toMillis() / horizon;
    for (double[] line : covariance) {
      for (int j = 0; j < line.length; j++) {
        line[j] /= horizons;
      }
    }
    return covariance;
  }

  /** The sum of changes since the last decision; an asset that was not there before does not count. */
  private static double turnover(Map<Integer, Double> last, int[] assets, double[] now) {
    TreeSet<Integer> before = new TreeSet<>(last.keySet());
    double sum = 0;
    boolean same = before.size() == assets.length;
    for (int i = 0; i < assets.length; i++) {
      same &= before.contains(assets[i]);
      sum += Math.abs(now[i] - last.getOrDefault(assets[i], now[i]));
    }
    last.clear();
    for (int i = 0; i < assets.length; i++) {
      last.put(assets[i], now[i]);
    }
    return same ? sum : Double.NaN;
  }

  private static Universe universe(int[] assets) {
    List<Sleeve> sleeves = new ArrayList<>();
    for (int asset : assets) {
      String name = String.format(Locale.ROOT, "a%03d", asset);
      sleeves.add(
          new Sleeve(
              SleeveId.of(name),
              SleeveClass.of("file"),
              BigDecimal.ONE,
              List.of(
                  new Leg(
                      InstrumentId.of(name.toUpperCase(Locale.ROOT) + "-USDT-PERP@file"),
                      BigDecimal.ONE))));
    }
    return new Universe(Currency.of("USDT"), sleeves, List.of());
  }
}
