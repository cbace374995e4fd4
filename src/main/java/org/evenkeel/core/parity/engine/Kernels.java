package org.evenkeel.core.parity.engine;

/*
 * Each loop is its own small method over local arrays with one index from zero, which is what a compiler turns into
 * vector instructions. Sums use four accumulators: the order of a sum of doubles is part of its value, so compilers
 * leave it as it is written, and one accumulator would wait for each addition.
 */
/**
 * The loops of the engine.
 *
 * <p>This class is stateless and thread-safe; equal inputs give equal bits on every machine.
 */
public final class Kernels {

  private static final int LANES = 8;

  private Kernels() {}

  /** The length of the engine's vectors: the next multiple of eight, so that loops have no remainder. */
  public static int padded(int n) {
    return (n + LANES - 1) / LANES * LANES;
  }

  /** x'y over the first m entries, m a multiple of four. */
  public static double dot(double[] x, double[] y, int m) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    for (int i = 0; i < m; i += 4) {
      a += x[i] * y[i];
      b += x[i + 1] * y[i + 1];
      c += x[i + 2] * y[i + 2];
      d += x[i + 3] * y[i + 3];
    }
    return (a + b) + (c + d);
  }

  /** The sum of the rows, each times its factor: y = A'x for A of the given rows; four rows in one loop. */
  public static void combine(double[][] rows, double[] x, int count, double[] y, int m) {
    int fused = count & ~3;
    if (fused == 0) {
      fill(y, 0, m);
    } else {
      first(rows[0], rows[1], rows[2], rows[3], x[0], x[1], x[2], x[3], y, m);
    }
    for (int j = 4; j < fused; j += 4) {
      addFour(
          rows[j], rows[j + 1], rows[j + 2], rows[j + 3], x[j], x[j + 1], x[j + 2], x[j + 3], y, m);
    }
    for (int j = fused; j < count; j++) {
      add(rows[j], x[j], y, m);
    }
  }

  private static void first(
      double[] a,
      double[] b,
      double[] c,
      double[] d,
      double ax,
      double bx,
      double cx,
      double dx,
      double[] y,
      int m) {
    for (int i = 0; i < m; i++) {
      y[i] = (ax * a[i] + bx * b[i]) + (cx * c[i] + dx * d[i]);
    }
  }

  private static void addFour(
      double[] a,
      double[] b,
      double[] c,
      double[] d,
      double ax,
      double bx,
      double cx,
      double dx,
      double[] y,
      int m) {
    for (int i = 0; i < m; i++) {
      y[i] += (ax * a[i] + bx * b[i]) + (cx * c[i] + dx * d[i]);
    }
  }

  /** y := y + factor * x. */
  public static void add(double[] x, double factor, double[] y, int m) {
    for (int i = 0; i < m; i++) {
      y[i] += factor * x[i];
    }
  }

  /** y := y + a * x, entry by entry. */
  public static void addProduct(double[] a, double[] x, double[] y, int m) {
    for (int i = 0; i < m; i++) {
      y[i] += a[i] * x[i];
    }
  }

  /** Sets the first m entries. */
  public static void fill(double[] y, double value, int m) {
    for (int i = 0; i < m; i++) {
      y[i] = value;
    }
  }
}
