package org.evenkeel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenkeel.core.parity.engine.CovarianceOperator;
import org.evenkeel.core.parity.engine.DenseCovariance;
import org.evenkeel.core.parity.engine.FactorCovariance;
import org.evenkeel.core.parity.engine.Outcome;
import org.evenkeel.core.parity.engine.ParityEngine;
import org.evenkeel.vector.VectorCovariance;

/**
 * The engine's times on every family and size as lines {@code code,family,n,seed,tolerance,microseconds,error,count}.
 *
 * <p>{@code SolverTimes write FOLDER SIZES SEEDS} writes the matrices for the peers; {@code SolverTimes time SIZES SEEDS
 * SECONDS} measures. Count is products with the matrix for the engine, sweeps for coordinate descent.
 */
public final class SolverTimes {

  private static final double[] TOLERANCES = {1e-6, 1e-10};

  private final Stopwatch stopwatch;
  private double kept;
  private boolean silent;

  private SolverTimes(double seconds) {
    this.stopwatch = new Stopwatch(seconds, seconds / 100);
  }

  public static void main(String[] arguments) throws IOException {
    boolean write = arguments[0].equals("write");
    int[] sizes = numbers(arguments[write ? 2 : 1]);
    int[] seeds = numbers(arguments[write ? 3 : 2]);
    if (write) {
      Path folder = Files.createDirectories(Path.of(arguments[1]));
      for (MatrixCase made : cases(sizes, seeds)) {
        made.writeTo(folder);
      }
      return;
    }
    SolverTimes times = new SolverTimes(Double.parseDouble(arguments[3]));
    times.warmUp(sizes[0]);
    for (int n : sizes) {
      for (MatrixCase made : cases(new int[] {n}, seeds)) {
        times.measure(made);
      }
    }
    if (times.kept == 0) {
      throw new IllegalStateException("nothing was solved");
    }
  }

  static int[] numbers(String list) {
    return List.of(list.split(",")).stream().mapToInt(Integer::parseInt).toArray();
  }

  /** Has everything compiled before the first figure: one round over the families that nobody reads. */
  private void warmUp(int n) {
    silent = true;
    for (MatrixCase made : cases(new int[] {Math.min(n, 100)}, new int[] {0})) {
      measure(made);
    }
    silent = false;
  }

  private static List<MatrixCase> cases(int[] sizes, int[] seeds) {
    List<MatrixCase> cases = new ArrayList<>();
    for (int n : sizes) {
      for (String family : Families.NAMES) {
        for (int seed : seeds) {
          cases.add(Families.of(family, n, seed));
        }
      }
    }
    return cases;
  }

  private void measure(MatrixCase made) {
    DenseCovariance dense = DenseCovariance.of(made.covariance());
    VectorCovariance vector = VectorCovariance.of(made.covariance());
    for (double tolerance : TOLERANCES) {
      cold("engine", made, dense, tolerance);
      cold("engine-vector", made, vector, tolerance);
      descent(made, tolerance);
    }
    cold("engine-load", made, new Loading(made.covariance()), 1e-10);
    warm("engine-warm", made, dense, 1e-10);
    if (made.structured()) {
      double[][] identity = new double[made.loadings()[0].length][made.loadings()[0].length];
      for (int f = 0; f < identity.length; f++) {
        identity[f][f] = 1;
      }
      cold(
          "engine-factor",
          made,
          new FactorCovariance(made.loadings(), identity, made.residual()),
          1e-10);
    }
    product("product-plain", made, dense);
    product("product-vector", made, vector);
  }

  private void cold(String code, MatrixCase made, CovarianceOperator operator, double tolerance) {
    ParityEngine engine = new ParityEngine(made.size());
    double microseconds =
        stopwatch.microseconds(() -> solved(engine.solve(operator, made.budgets(), tolerance)));
    double[] weights = new double[made.size()];
    engine.weights(weights);
    show(code, made, tolerance, microseconds, made.error(weights), engine.products());
  }

  /** From the weights of a matrix that the next day's return has moved. */
  private void warm(String code, MatrixCase made, CovarianceOperator operator, double tolerance) {
    int n = made.size();
    ParityEngine engine = new ParityEngine(n);
    double[] yesterday = new double[n];
    double[][] moved = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sign = (i + j) % 2 == 0 ? 1 : -1;
        double volatilities = Math.sqrt(made.covariance()[i][i] * made.covariance()[j][j]);
        moved[i][j] = 0.97 * made.covariance()[i][j] + 0.03 * sign * volatilities;
      }
    }
    solved(engine.solve(DenseCovariance.of(moved), made.budgets(), tolerance));
    engine.weights(yesterday);
    double microseconds =
        stopwatch.microseconds(
            () -> solved(engine.solveFrom(yesterday, operator, made.budgets(), tolerance)));
    double[] weights = new double[n];
    engine.weights(weights);
    show(code, made, tolerance, microseconds, made.error(weights), engine.products());
    allocation(engine, made, operator, yesterday, tolerance);
  }

  /** The bytes that this thread allocates in warm solves, as a remark. */
  private void allocation(
      ParityEngine engine,
      MatrixCase made,
      CovarianceOperator operator,
      double[] yesterday,
      double tolerance) {
    int solves = made.size() <= 100 ? 1000 : 20;
    long before = Stopwatch.allocated();
    for (int k = 0; k < solves; k++) {
      engine.solveFrom(yesterday, operator, made.budgets(), tolerance);
    }
    long bytes = Stopwatch.allocated() - before;
    if (!silent && made.family().equals("factor")) {
      System.out.printf(
          Locale.ROOT,
          "# %d bytes allocated by %d warm solves of n = %d%n",
          bytes,
          solves,
          made.size());
    }
  }

  private void descent(MatrixCase made, double tolerance) {
    int sweeps = JavaDescent.oracle(made, tolerance, 2000);
    if (sweeps < 0) {
      return;
    }
    JavaDescent descent = new JavaDescent(made);
    double microseconds = stopwatch.microseconds(() -> kept += descent.run(sweeps)[0]);
    show("java-spinu", made, tolerance, microseconds, made.error(descent.run(sweeps)), sweeps);
  }

  private void product(String code, MatrixCase made, CovarianceOperator operator) {
    int length = (made.size() + 7) / 8 * 8;
    double[] x = new double[length];
    double[] y = new double[length];
    java.util.Arrays.fill(x, 0.5);
    double microseconds =
        stopwatch.microseconds(
            () -> {
              operator.product(x, y);
              kept += y[0];
            });
    show(code, made, 0, microseconds, 0, 1);
  }

  private void solved(Outcome outcome) {
    if (outcome != Outcome.CONVERGED) {
      throw new IllegalStateException("the engine ended with " + outcome);
    }
    kept++;
  }

  private void show(
      String code,
      MatrixCase made,
      double tolerance,
      double microseconds,
      double error,
      int count) {
    if (!silent) {
      print(code, made, tolerance, microseconds, error, count);
    }
  }

  static void print(
      String code,
      MatrixCase made,
      double tolerance,
      double microseconds,
      double error,
      int count) {
    System.out.printf(
        Locale.ROOT,
        "%s,%s,%d,%d,%.0e,%.4f,%.2e,%d%n",
        code,
        made.family(),
        made.size(),
        made.seed(),
        tolerance,
        microseconds,
        error,
        count);
  }

  /** A dense covariance that is copied in before each solve, which begins with its diagonal. */
  private static final class Loading implements CovarianceOperator {
    private final double[][] matrix;
    private final DenseCovariance dense;

    Loading(double[][] matrix) {
      this.matrix = matrix;
      this.dense = new DenseCovariance(matrix.length);
    }

    @Override
    public int size() {
      return dense.size();
    }

    @Override
    public void diagonal(double[] into) {
      dense.load(matrix);
      dense.diagonal(into);
    }

    @Override
    public void product(double[] x, double[] into) {
      dense.product(x, into);
    }

    @Override
    public void row(int i, double[] into) {
      dense.row(i, into);
    }
  }
}
