package org.evenkeel.shell.simvenue.market;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.parity.lots.LotChoice;
import org.evenkeel.core.parity.lots.LotReport;
import org.evenkeel.core.parity.lots.LotSearch;
import org.evenkeel.core.parity.lots.LotSolution;
import org.evenkeel.shell.cli.table.PriceTable;

/**
 * Figures for ops/benchmarks/0007-planner.md: what the search for lots gains on real instruments, and what it costs.
 *
 * <p>Argument: a table of daily closes with columns such as BTCUSDT.
 */
public final class LotFigures {

  private static final Ratio TOLERANCE = Ratio.of("0.01");

  private LotFigures() {}

  public static void main(String[] args) {
    if (args.length > 0) {
      PriceTable prices = PriceTable.read(Path.of(args[0]));
      accounts(prices);
      small(prices.only(List.of("BTCUSDT", "ETHUSDT", "SOLUSDT")));
    }
    times();
  }

  private static void accounts(PriceTable prices) {
    double[][] covariance = covariance(prices, 90);
    double[] ideal = equalRisk(covariance, 0.20);
    System.out.println(
        "account: largest error and tracking volatility by rounding | by search, proven | vanishes from");
    for (String nav : List.of("1000", "2000", "5000", "10000", "100000", "1000000", "10000000")) {
      List<LotChoice> choices = choices(prices, ideal, Double.parseDouble(nav));
      CovarianceEstimate estimate =
          CovarianceEstimate.given(choices.stream().map(LotChoice::sleeve).toList(), covariance);
      LotReport report =
          LotSearch.solve(
                  estimate, choices, List.of(Ratio.of("3")), Money.of(nav, "USDT"), TOLERANCE)
              .orElseThrow()
              .report();
      System.out.printf(
          Locale.ROOT,
          "%-10s %8.3f %% %8.4f %% | %8.3f %% %8.4f %% %s | %s%n",
          nav,
          100 * report.naiveError().value().doubleValue(),
          100 * report.naiveTrackingVolatilityAnnual().value().doubleValue(),
          100 * report.error().value().doubleValue(),
          100 * report.trackingVolatilityAnnual().value().doubleValue(),
          report.isProven() ? "proven" : "-",
          report.vanishesFrom().map(Money::toString).orElse("-"));
    }
  }

  /** Every combination of three instruments against the search. */
  private static void small(PriceTable prices) {
    double[][] covariance = covariance(prices, 90);
    double[] ideal = equalRisk(covariance, 0.20);
    System.out.println("three instruments: score by rounding, search, best of all combinations");
    for (String nav : List.of("1000", "2000", "5000", "10000")) {
      List<LotChoice> choices = choices(prices, ideal, Double.parseDouble(nav));
      LotSolution solution =
          LotSearch.solve(
                  CovarianceEstimate.given(
                      choices.stream().map(LotChoice::sleeve).sorted().toList(), covariance),
                  choices,
                  List.of(Ratio.of("3")),
                  Money.of(nav, "USDT"),
                  TOLERANCE)
              .orElseThrow();
      double[] step = choices.stream().mapToDouble(c -> c.step().value().doubleValue()).toArray();
      long[] rounded = new long[3];
      long[] found = new long[3];
      for (int i = 0; i < 3; i++) {
        long nearest = Math.round(ideal[i] / step[i]);
        rounded[i] = nearest < choices.get(i).least() ? 0 : nearest;
        found[i] = solution.lots().get(choices.get(i).sleeve());
      }
      double worst = score(covariance, ideal, step, rounded)[1];
      double best = Double.POSITIVE_INFINITY;
      for (long a = 0; a <= 2 * rounded[0] + 3; a++) {
        for (long b = 0; b <= 2 * rounded[1] + 3; b++) {
          for (long c = 0; c <= 2 * rounded[2] + 3; c++) {
            boolean isDust =
                (a > 0 && a < choices.get(0).least())
                    || (b > 0 && b < choices.get(1).least())
                    || (c > 0 && c < choices.get(2).least());
            double[] score = score(covariance, ideal, step, a, b, c);
            if (!isDust && score[1] <= worst * (1 + 1e-9)) {
              best = Math.min(best, score[0]);
            }
          }
        }
      }
      System.out.printf(
          Locale.ROOT,
          "%-6s %.6f %.6f %.6f, largest error %.2f %% -> %.2f %%%n",
          nav,
          score(covariance, ideal, step, rounded)[0],
          score(covariance, ideal, step, found)[0],
          best,
          100 * worst,
          100 * score(covariance, ideal, step, found)[1]);
    }
  }

  /** The score and the largest relative error of a share, by the textbook. */
  private static double[] score(
      double[][] covariance, double[] ideal, double[] step, long... lots) {
    int n = ideal.length;
    double variance = 0;
    double wanted = 0;
    double tracking = 0;
    double[] marginal = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double xi = lots[i] * step[i];
        double xj = lots[j] * step[j];
        marginal[i] += covariance[i][j] * xj;
        variance += xi * covariance[i][j] * xj;
        wanted += ideal[i] * covariance[i][j] * ideal[j];
        tracking += (xi - ideal[i]) * covariance[i][j] * (xj - ideal[j]);
      }
    }
    double squares = 0;
    double worst = 0;
    for (int i = 0; i < n; i++) {
      double error = variance > 0 ? lots[i] * step[i] * marginal[i] / variance * n - 1 : 9;
      squares += error * error / n;
      worst = Math.max(worst, Math.abs(error));
    }
    return new double[] {squares + tracking / wanted, worst};
  }

  private static List<LotChoice> choices(PriceTable prices, double[] ideal, double nav) {
    int last = prices.times().size() - 1;
    List<LotChoice> choices = new ArrayList<>();
    for (int i = 0; i < ideal.length; i++) {
      String symbol = prices.names().get(i);
      double price = prices.close(last, i);
      SeriesInfo info =
          InstrumentTable.rowOf(SeriesId.perpetual(symbol), BigDecimal.valueOf(price)).info();
      double lot = info.lotSize().doubleValue() * price;
      choices.add(
          new LotChoice(
              SleeveId.of(symbol.toLowerCase(Locale.ROOT)),
              exact(ideal[i]),
              exact(lot / nav),
              Math.max(1, (long) Math.ceil(info.minNotional().doubleValue() / lot)),
              List.of(Ratio.ONE)));
    }
    return choices;
  }

  private static void times() {
    for (int n : new int[] {10, 50, 200}) {
      for (double coarse : new double[] {0.5, 0.01}) {
        Random random = new Random(n);
        double[][] covariance = new double[n][n];
        double[] volatility = random.doubles(n, 0.4, 1.2).toArray();
        for (int i = 0; i < n; i++) {
          for (int j = 0; j < n; j++) {
            covariance[i][j] = volatility[i] * volatility[j] * (i == j ? 1 : 0.6);
          }
        }
        List<LotChoice> choices = new ArrayList<>();
        for (int i = 0; i < n; i++) {
          double ideal = 0.3 / (n * volatility[i]);
          choices.add(
              new LotChoice(
                  SleeveId.of(String.format(Locale.ROOT, "s%03d", i)),
                  exact(ideal),
                  exact(ideal * coarse * (0.2 + random.nextDouble())),
                  1,
                  List.of(Ratio.ONE)));
        }
        CovarianceEstimate estimate =
            CovarianceEstimate.given(choices.stream().map(LotChoice::sleeve).toList(), covariance);
        double[] millis = new double[60];
        for (int i = 0; i < millis.length; i++) {
          long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
          LotSearch.solve(
              estimate, choices, List.of(Ratio.of("3")), Money.of("1000", "USDT"), TOLERANCE);
          millis[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6;
        }
        double[] warm = Arrays.copyOfRange(millis, 20, millis.length);
        Arrays.sort(warm);
        System.out.printf(
            Locale.ROOT,
            "%d sleeves, lots of about %.1f %%: median %.2f ms, worst %.2f ms of CPU%n",
            n,
            70 * coarse,
            warm[warm.length / 2],
            warm[warm.length - 1]);
      }
    }
  }

  private static double[][] covariance(PriceTable prices, int days) {
    int n = prices.names().size();
    double[][] sum = new double[n][n];
    int last = prices.times().size() - 1;
    for (int day = last - days + 1; day <= last; day++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          sum[i][j] += 365.0 / days * change(prices, day, i) * change(prices, day, j);
        }
      }
    }
    return sum;
  }

  private static double change(PriceTable prices, int day, int asset) {
    return Math.log(prices.close(day, asset) / prices.close(day - 1, asset));
  }

  private static double[] equalRisk(double[][] covariance, double volatility) {
    int n = covariance.length;
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = 1 / Math.sqrt(covariance[i][i]);
    }
    for (int sweep = 0; sweep < 1000; sweep++) {
      for (int i = 0; i < n; i++) {
        double others = 0;
        for (int j = 0; j < n; j++) {
          others += j == i ? 0 : covariance[i][j] * x[j];
        }
        double own = covariance[i][i];
        x[i] = (-others + Math.sqrt(others * others + 4 * own / n)) / (2 * own);
      }
    }
    double variance = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        variance += x[i] * covariance[i][j] * x[j];
      }
    }
    for (int i = 0; i < n; i++) {
      x[i] *= volatility / Math.sqrt(variance);
    }
    return x;
  }

  private static Ratio exact(double value) {
    return Ratio.of(BigDecimal.valueOf(value));
  }
}
