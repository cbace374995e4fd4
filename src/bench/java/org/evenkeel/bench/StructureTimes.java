package org.evenkeel.bench;

import java.util.Arrays;
import org.evenkeel.core.parity.engine.CovarianceOperator;
import org.evenkeel.core.parity.engine.DenseCovariance;
import org.evenkeel.core.parity.engine.FactorCovariance;
import org.evenkeel.core.parity.engine.Outcome;
import org.evenkeel.core.parity.engine.ParityEngine;
import org.evenkeel.core.parity.engine.SampleCovariance;

/**
 * What a structure is worth: {@code StructureTimes SIZES SEEDS SECONDS}, lines as {@link SolverTimes} prints them.
 *
 * <p>formed: X'X/T of 250 returns is formed and solved; implicit: solved from the returns; factor: solved from D + BB';
 * dense: solved from the matrix of the same model.
 */
public final class StructureTimes {

  private static final int PERIODS = 250;
  private static final double TOLERANCE = 1e-10;

  private final Stopwatch stopwatch;

  private StructureTimes(double seconds) {
    this.stopwatch = new Stopwatch(seconds, seconds / 100);
  }

  public static void main(String[] arguments) {
    StructureTimes times = new StructureTimes(Double.parseDouble(arguments[2]));
    for (int n : SolverTimes.numbers(arguments[0])) {
      for (int seed : SolverTimes.numbers(arguments[1])) {
        times.measure(Families.of("factor", n, seed));
        times.measure(Families.of("crypto", n, seed));
      }
    }
  }

  private void measure(MatrixCase made) {
    double[][] returns = Families.returns(made, PERIODS, made.seed());
    double[][] identity = new double[made.loadings()[0].length][made.loadings()[0].length];
    for (int f = 0; f < identity.length; f++) {
      identity[f][f] = 1;
    }
    ParityEngine engine = new ParityEngine(made.size());
    DenseCovariance dense = DenseCovariance.of(made.covariance());
    FactorCovariance factor = new FactorCovariance(made.loadings(), identity, made.residual());
    double[][] room = new double[made.size()][(made.size() + 7) / 8 * 8];
    DenseCovariance formed = DenseCovariance.over(room);
    print("dense", made, engine, () -> solve(engine, dense, made));
    print("factor", made, engine, () -> solve(engine, factor, made));
    print(
        "formed",
        made,
        engine,
        () -> {
          form(returns, room);
          solve(engine, formed, made);
        });
    print("implicit", made, engine, () -> solve(engine, SampleCovariance.of(returns), made));
  }

  private void print(String code, MatrixCase made, ParityEngine engine, Runnable task) {
    double microseconds = stopwatch.microseconds(task);
    SolverTimes.print(code, made, TOLERANCE, microseconds, engine.error(), engine.products());
  }

  private static void solve(ParityEngine engine, CovarianceOperator covariance, MatrixCase made) {
    Outcome outcome = engine.solve(covariance, made.budgets(), TOLERANCE);
    if (outcome != Outcome.CONVERGED) {
      throw new IllegalStateException("the engine ended with " + outcome);
    }
  }

  /** X'X/T, the lower half and then its mirror image; four periods in one loop. */
  private static void form(double[][] returns, double[][] into) {
    int n = returns[0].length;
    for (double[] row : into) {
      Arrays.fill(row, 0);
    }
    for (int t = 0; t + 3 < returns.length; t += 4) {
      for (int i = 0; i < n; i++) {
        add(returns[t], returns[t + 1], returns[t + 2], returns[t + 3], into[i], i);
      }
    }
    for (int t = returns.length & ~3; t < returns.length; t++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j <= i; j++) {
          into[i][j] += returns[t][i] * returns[t][j];
        }
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        into[i][j] /= returns.length;
        into[j][i] = into[i][j];
      }
    }
  }

  private static void add(double[] a, double[] b, double[] c, double[] d, double[] into, int i) {
    double ai = a[i];
    double bi = b[i];
    double ci = c[i];
    double di = d[i];
    for (int j = 0; j <= i; j++) {
      into[j] += (ai * a[j] + bi * b[j]) + (ci * c[j] + di * d[j]);
    }
  }
}
