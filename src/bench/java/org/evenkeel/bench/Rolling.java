package org.evenkeel.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.parity.ParitySettings;
import org.evenkeel.core.parity.RiskBudgets;
import org.evenkeel.core.parity.RiskParity;
import org.evenkeel.core.parity.RiskParitySolution;
import org.evenkeel.core.parity.engine.DenseCovariance;
import org.evenkeel.core.parity.engine.Outcome;
import org.evenkeel.core.parity.engine.ParityEngine;

/**
 * Daily re-estimates and solves over raw prices: log returns, an exponentially weighted covariance brought up to date
 * by one product of rank one, and a solve to 1e-10.
 *
 * <p>engine: in place, from yesterday's weights, the error of a fresh product as proof.
 * full: the same covariance through {@link RiskParity#solve}, with its checks, the second algorithm and the certificate.
 */
public final class Rolling {

  private static final double TOLERANCE = 1e-10;
  private static final int WARM_UP = 250;

  private final int n;
  private final double decay;
  private final double[][] prices;
  private final double[] budgets;
  private final double[][] rows;
  private final double[] returns;

  private Rolling(int n, int days, double decay) {
    this.n = n;
    this.decay = decay;
    MatrixCase model = Families.of("crypto", n, 0);
    this.budgets = model.budgets();
    this.prices = prices(model, WARM_UP + days + 1);
    this.rows = new double[n][(n + 7) / 8 * 8];
    this.returns = new double[(n + 7) / 8 * 8];
  }

  public static void main(String[] arguments) {
    System.out.println(
        "### Rolling: from raw prices to weights certified at 1e-10, every day estimated and solved again\n");
    System.out.println(
        "| path | n | days | decay | total, ms | per day, us | of which estimate, us | worst error |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    new Rolling(30, 2000, 0.97).engine();
    new Rolling(30, 2000, 0.97).full(20);
    new Rolling(500, 2000, 0.995).engine();
    new Rolling(500, 2000, 0.995).full(20);
    System.out.println();
  }

  /** Prices of a market that follows the model, with days that are calmer and wilder. */
  private static double[][] prices(MatrixCase model, int days) {
    double[][] returns = Families.returns(model, days, 5);
    Random random = new Random(6);
    double[][] prices = new double[days][];
    double[] level = new double[model.size()];
    Arrays.fill(level, 100);
    double mood = 0;
    for (int t = 0; t < days; t++) {
      mood = 0.95 * mood + 0.15 * random.nextGaussian();
      for (int i = 0; i < level.length; i++) {
        level[i] *= Math.exp(Math.exp(mood) * returns[t][i]);
      }
      prices[t] = level.clone();
    }
    return prices;
  }

  /** One more day: the return of day t and the covariance per year with it. */
  private void update(int t) {
    for (int i = 0; i < n; i++) {
      returns[i] = Math.log(prices[t][i] / prices[t - 1][i]);
    }
    for (int i = 0; i < n; i++) {
      add(rows[i], decay, (1 - decay) * 365 * returns[i], returns);
    }
  }

  private static void add(double[] row, double keep, double factor, double[] returns) {
    for (int j = 0; j < row.length; j++) {
      row[j] = keep * row[j] + factor * returns[j];
    }
  }

  /** Warms up the estimate; what is left is measured. */
  private void begin() {
    for (double[] row : rows) {
      Arrays.fill(row, 0);
    }
    for (int t = 1; t <= WARM_UP; t++) {
      update(t);
    }
  }

  private void engine() {
    ParityEngine engine = new ParityEngine(n);
    DenseCovariance covariance = DenseCovariance.over(rows);
    double[] weights = new double[n];
    long estimating = 0;
    long total = 0;
    double worst = 0;
    for (int run = 0; run < 2; run++) {
      begin();
      Arrays.fill(weights, 1.0 / n);
      estimating = 0;
      long start = Stopwatch.cpu();
      for (int t = WARM_UP + 1; t < prices.length; t++) {
        long before = System.nanoTime();
        update(t);
        estimating += System.nanoTime() - before;
        if (engine.solveFrom(weights, covariance, budgets, TOLERANCE) != Outcome.CONVERGED) {
          throw new IllegalStateException("day " + t + " ended with " + engine.outcome());
        }
        engine.weights(weights);
        worst = Math.max(worst, engine.error());
      }
      total = Stopwatch.cpu() - start;
    }
    print("engine, warm", prices.length - 1 - WARM_UP, total, estimating, worst);
  }

  private void full(double seconds) {
    List<SleeveId> sleeves = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      sleeves.add(new SleeveId(String.format(Locale.ROOT, "s%03d", i)));
    }
    RiskBudgets parts = RiskBudgets.of(sleeves, budgets).orThrow();
    begin();
    long total = 0;
    long estimating = 0;
    double worst = 0;
    int days = 0;
    long end = System.nanoTime() + (long) (seconds * 1e9);
    for (int t = WARM_UP + 1; t < prices.length && System.nanoTime() < end; t++) {
      long start = Stopwatch.cpu();
      update(t);
      double[][] matrix = new double[n][];
      for (int i = 0; i < n; i++) {
        matrix[i] = Arrays.copyOf(rows[i], n);
      }
      CovarianceEstimate estimate = CovarianceEstimate.given(sleeves, matrix);
      estimating += Stopwatch.cpu() - start;
      Result<RiskParitySolution> solution =
          RiskParity.solve(estimate, parts, ParitySettings.defaults());
      total += Stopwatch.cpu() - start;
      worst = Math.max(worst, solution.orThrow().certificate().maxRelativeError());
      days++;
    }
    print("full, with certificate and second opinion", days, total, estimating, worst);
  }

  private void print(String path, int days, long total, long estimating, double worst) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %d | %.3f | %.1f | %.1f | %.1f | %.0e |%n",
        path,
        n,
        days,
        decay,
        total / 1e6,
        total / 1e3 / days,
        estimating / 1e3 / days,
        worst);
  }
}
