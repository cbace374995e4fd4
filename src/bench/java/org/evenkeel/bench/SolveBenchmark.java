package org.evenkeel.bench;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.evenkeel.core.parity.engine.CovarianceOperator;
import org.evenkeel.core.parity.engine.DenseCovariance;
import org.evenkeel.core.parity.engine.FactorCovariance;
import org.evenkeel.core.parity.engine.Outcome;
import org.evenkeel.core.parity.engine.ParityEngine;
import org.evenkeel.core.parity.engine.SampleCovariance;
import org.evenkeel.vector.VectorCovariance;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The engine under JMH: cold, warm and structured solves to 1e-10, products alone, and coordinate descent beside it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SolveBenchmark {

  private static final double TOLERANCE = 1e-10;
  private static final int PERIODS = 250;

  /** The family of the matrix. */
  @Param({"wishart", "factor", "crypto", "multi"})
  public String family = "";

  /** The number of sleeves. */
  @Param({"5", "10", "30", "100", "300", "1000"})
  public int n;

  private MatrixCase made = Families.of("factor", 5, 0);
  private ParityEngine engine = new ParityEngine(5);
  private DenseCovariance dense = new DenseCovariance(5);
  private VectorCovariance vector = new VectorCovariance(5);
  private CovarianceOperator factor = dense;
  private CovarianceOperator sample = dense;
  private JavaDescent descent = new JavaDescent(made);
  private double[] start = {};
  private double[] x = {};
  private double[] y = {};
  private int sweeps;

  /** Makes the matrix, its operators and yesterday's weights. */
  @Setup
  public void make() {
    made = Families.of(family, n, 1);
    engine = new ParityEngine(n);
    dense = DenseCovariance.of(made.covariance());
    vector = VectorCovariance.of(made.covariance());
    descent = new JavaDescent(made);
    sweeps = JavaDescent.oracle(made, TOLERANCE, 5000);
    start = new double[n];
    x = new double[(n + 7) / 8 * 8];
    y = new double[x.length];
    Arrays.fill(x, 0.5);
    MatrixCase structured = made.structured() ? made : Families.of("factor", n, 1);
    double[][] identity = new double[structured.loadings()[0].length][];
    for (int f = 0; f < identity.length; f++) {
      identity[f] = new double[identity.length];
      identity[f][f] = 1;
    }
    factor = new FactorCovariance(structured.loadings(), identity, structured.residual());
    sample = SampleCovariance.of(Families.returns(structured, PERIODS, 1));
    double[][] yesterday = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        yesterday[i][j] = (i == j ? 1 : 0.97) * made.covariance()[i][j];
      }
    }
    solved(engine.solve(DenseCovariance.of(yesterday), made.budgets(), TOLERANCE));
    engine.weights(start);
  }

  /** From nothing. */
  @Benchmark
  public double cold() {
    return solved(engine.solve(dense, made.budgets(), TOLERANCE));
  }

  /** From nothing, the matrix copied in first. */
  @Benchmark
  public double coldLoaded() {
    dense.load(made.covariance());
    return solved(engine.solve(dense, made.budgets(), TOLERANCE));
  }

  /** From yesterday's weights. */
  @Benchmark
  public double warm() {
    return solved(engine.solveFrom(start, dense, made.budgets(), TOLERANCE));
  }

  /** From nothing, with the half-matrix product. */
  @Benchmark
  public double coldVector() {
    return solved(engine.solve(vector, made.budgets(), TOLERANCE));
  }

  /** D + BB' of the family, of the family factor where it has none. */
  @Benchmark
  public double coldFactor() {
    return solved(engine.solve(factor, made.budgets(), TOLERANCE));
  }

  /** X'X of 250 returns, never formed. */
  @Benchmark
  public double coldSample() {
    return solved(engine.solve(sample, made.budgets(), TOLERANCE));
  }

  /** One plain product. */
  @Benchmark
  public double product() {
    dense.product(x, y);
    return y[0];
  }

  /** One half-matrix product of the Vector API. */
  @Benchmark
  public double productVector() {
    vector.product(x, y);
    return y[0];
  }

  /** Incremental coordinate descent with an oracle's number of sweeps. */
  @Benchmark
  public double coordinateDescent() {
    return descent.run(sweeps)[0];
  }

  private double solved(Outcome outcome) {
    if (outcome != Outcome.CONVERGED) {
      throw new IllegalStateException("the engine ended with " + outcome);
    }
    return engine.error();
  }
}
