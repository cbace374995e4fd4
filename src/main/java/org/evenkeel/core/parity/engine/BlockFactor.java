package org.evenkeel.core.parity.engine;

/*
 * Loops over a handful of numbers cost more in their set-up than in their sums, so there are none here: the matrix is
 * up to three by three blocks of four by four numbers, each block's place is a constant, and the work on a block is
 * written out. That is three times as quick as the same in loops.
 */
/** The factors L D L' of diag(b) + X S X for up to twelve sleeves; allocates nothing. */
final class BlockFactor {

  /** The most sleeves. */
  static final int MOST = 12;

  /** Where the lower blocks are; each has its rows one after the other. */
  private static final int B00 = 0;

  private static final int B10 = 16;
  private static final int B11 = 32;
  private static final int B20 = 48;
  private static final int B21 = 64;
  private static final int B22 = 80;

  /** The number of blocks in a row. */
  private final int count;

  /** The matrix, then L below its diagonal of ones. */
  private final double[] k = new double[96];

  /** The blocks of L D below a block on the diagonal. */
  private final double[] product = new double[32];

  /** One over D. */
  private final double[] inverse = new double[MOST];

  /** For n sleeves, at most twelve. */
  BlockFactor(int n) {
    this.count = (n + 3) / 4;
  }

  /**
   * Takes diag(b) + X S X.
   *
   * @param s S, rows of m numbers, zero from n on
   * @param b the diagonal to add, one from n on
   */
  void load(double[] s, int m, double[] x, double[] b) {
    block(s, 0, m, x, 0, 0, k, B00);
    if (count > 1) {
      block(s, 4 * m, m, x, 4, 0, k, B10);
      block(s, 4 * m + 4, m, x, 4, 4, k, B11);
      diagonal(k, B11, b, 4);
    }
    if (count > 2) {
      block(s, 8 * m, m, x, 8, 0, k, B20);
      block(s, 8 * m + 4, m, x, 8, 4, k, B21);
      block(s, 8 * m + 8, m, x, 8, 8, k, B22);
      diagonal(k, B22, b, 8);
    }
    diagonal(k, B00, b, 0);
  }

  private static void block(
      double[] s, int from, int m, double[] x, int row, int column, double[] k, int at) {
    row(s, from, x[row], x, column, k, at);
    row(s, from + m, x[row + 1], x, column, k, at + 4);
    row(s, from + 2 * m, x[row + 2], x, column, k, at + 8);
    row(s, from + 3 * m, x[row + 3], x, column, k, at + 12);
  }

  private static void row(
      double[] s, int from, double xi, double[] x, int column, double[] k, int at) {
    k[at] = xi * s[from] * x[column];
    k[at + 1] = xi * s[from + 1] * x[column + 1];
    k[at + 2] = xi * s[from + 2] * x[column + 2];
    k[at + 3] = xi * s[from + 3] * x[column + 3];
  }

  private static void diagonal(double[] k, int at, double[] b, int row) {
    k[at] += b[row];
    k[at + 5] += b[row + 1];
    k[at + 10] += b[row + 2];
    k[at + 15] += b[row + 3];
  }

  /** Factors in place; false if the matrix is not positive definite. */
  boolean factor() {
    boolean positive = factor(k, B00, inverse, 0);
    if (count > 1) {
      divide(k, B10, B00, inverse, 0, product, 0);
      subtract(k, B11, B10, product, 0);
      positive &= factor(k, B11, inverse, 4);
    }
    if (count > 2) {
      divide(k, B20, B00, inverse, 0, product, 16);
      subtract(k, B21, B20, product, 0);
      subtract(k, B22, B20, product, 16);
      divide(k, B21, B11, inverse, 4, product, 16);
      subtract(k, B22, B21, product, 16);
      positive &= factor(k, B22, inverse, 8);
    }
    return positive;
  }

  private static boolean factor(double[] k, int at, double[] inverse, int row) {
    double d0 = k[at];
    double i0 = 1 / d0;
    double c10 = k[at + 4];
    double c20 = k[at + 8];
    double c30 = k[at + 12];
    double l10 = c10 * i0;
    double l20 = c20 * i0;
    double l30 = c30 * i0;
    double d1 = k[at + 5] - l10 * c10;
    double i1 = 1 / d1;
    double c21 = k[at + 9] - l20 * c10;
    double c31 = k[at + 13] - l30 * c10;
    double l21 = c21 * i1;
    double l31 = c31 * i1;
    double d2 = k[at + 10] - l20 * c20 - l21 * c21;
    double i2 = 1 / d2;
    double c32 = k[at + 14] - l30 * c20 - l31 * c21;
    double l32 = c32 * i2;
    double d3 = k[at + 15] - l30 * c30 - l31 * c31 - l32 * c32;
    k[at + 4] = l10;
    k[at + 8] = l20;
    k[at + 9] = l21;
    k[at + 12] = l30;
    k[at + 13] = l31;
    k[at + 14] = l32;
    inverse[row] = i0;
    inverse[row + 1] = i1;
    inverse[row + 2] = i2;
    inverse[row + 3] = 1 / d3;
    return d0 > 0 && d1 > 0 && d2 > 0 && d3 > 0;
  }

  /** A block below one on the diagonal: its part of L in place, and of L D into the product. */
  private static void divide(
      double[] k, int at, int diagonal, double[] inverse, int row, double[] product, int into) {
    divideRow(k, at, diagonal, inverse, row, product, into);
    divideRow(k, at + 4, diagonal, inverse, row, product, into + 4);
    divideRow(k, at + 8, diagonal, inverse, row, product, into + 8);
    divideRow(k, at + 12, diagonal, inverse, row, product, into + 12);
  }

  private static void divideRow(
      double[] k, int at, int diagonal, double[] inverse, int row, double[] product, int into) {
    double p0 = k[at];
    double p1 = k[at + 1] - k[diagonal + 4] * p0;
    double p2 = k[at + 2] - k[diagonal + 8] * p0 - k[diagonal + 9] * p1;
    double p3 = k[at + 3] - k[diagonal + 12] * p0 - k[diagonal + 13] * p1 - k[diagonal + 14] * p2;
    product[into] = p0;
    product[into + 1] = p1;
    product[into + 2] = p2;
    product[into + 3] = p3;
    k[at] = p0 * inverse[row];
    k[at + 1] = p1 * inverse[row + 1];
    k[at + 2] = p2 * inverse[row + 2];
    k[at + 3] = p3 * inverse[row + 3];
  }

  /** A block less a block of L times one of (L D)'. */
  private static void subtract(double[] k, int at, int left, double[] product, int right) {
    subtractRow(k, at, left, product, right);
    subtractRow(k, at + 4, left + 4, product, right);
    subtractRow(k, at + 8, left + 8, product, right);
    subtractRow(k, at + 12, left + 12, product, right);
  }

  private static void subtractRow(double[] k, int at, int left, double[] p, int right) {
    k[at] -= dot(k, left, p, right);
    k[at + 1] -= dot(k, left, p, right + 4);
    k[at + 2] -= dot(k, left, p, right + 8);
    k[at + 3] -= dot(k, left, p, right + 12);
  }

  /** The product of four numbers with four. */
  static double dot(double[] a, int from, double[] b, int at) {
    return (a[from] * b[at] + a[from + 1] * b[at + 1])
        + (a[from + 2] * b[at + 2] + a[from + 3] * b[at + 3]);
  }

  /** Replaces v by the solution; zero from n on before and after. */
  void solve(double[] v) {
    forwardDiagonal(k, B00, v, 0);
    if (count > 1) {
      forward(k, B10, v, 4, 0);
      forwardDiagonal(k, B11, v, 4);
    }
    if (count > 2) {
      forward(k, B20, v, 8, 0);
      forward(k, B21, v, 8, 4);
      forwardDiagonal(k, B22, v, 8);
      scale(v, inverse, 8);
      backwardDiagonal(k, B22, v, 8);
    }
    if (count > 1) {
      scale(v, inverse, 4);
      if (count > 2) {
        backward(k, B21, v, 4, 8);
      }
      backwardDiagonal(k, B11, v, 4);
    }
    scale(v, inverse, 0);
    if (count > 1) {
      backward(k, B10, v, 0, 4);
    }
    if (count > 2) {
      backward(k, B20, v, 0, 8);
    }
    backwardDiagonal(k, B00, v, 0);
  }

  private static void scale(double[] v, double[] inverse, int row) {
    v[row] *= inverse[row];
    v[row + 1] *= inverse[row + 1];
    v[row + 2] *= inverse[row + 2];
    v[row + 3] *= inverse[row + 3];
  }

  private static void forward(double[] k, int at, double[] v, int row, int column) {
    v[row] -= dot(k, at, v, column);
    v[row + 1] -= dot(k, at + 4, v, column);
    v[row + 2] -= dot(k, at + 8, v, column);
    v[row + 3] -= dot(k, at + 12, v, column);
  }

  private static void forwardDiagonal(double[] k, int at, double[] v, int row) {
    double v0 = v[row];
    double v1 = v[row + 1] - k[at + 4] * v0;
    double v2 = v[row + 2] - k[at + 8] * v0 - k[at + 9] * v1;
    v[row + 1] = v1;
    v[row + 2] = v2;
    v[row + 3] = v[row + 3] - k[at + 12] * v0 - k[at + 13] * v1 - k[at + 14] * v2;
  }

  private static void backward(double[] k, int at, double[] v, int row, int below) {
    double v0 = v[below];
    double v1 = v[below + 1];
    double v2 = v[below + 2];
    double v3 = v[below + 3];
    v[row] -= (k[at] * v0 + k[at + 4] * v1) + (k[at + 8] * v2 + k[at + 12] * v3);
    v[row + 1] -= (k[at + 1] * v0 + k[at + 5] * v1) + (k[at + 9] * v2 + k[at + 13] * v3);
    v[row + 2] -= (k[at + 2] * v0 + k[at + 6] * v1) + (k[at + 10] * v2 + k[at + 14] * v3);
    v[row + 3] -= (k[at + 3] * v0 + k[at + 7] * v1) + (k[at + 11] * v2 + k[at + 15] * v3);
  }

  private static void backwardDiagonal(double[] k, int at, double[] v, int row) {
    double v3 = v[row + 3];
    double v2 = v[row + 2] - k[at + 14] * v3;
    double v1 = v[row + 1] - k[at + 9] * v2 - k[at + 13] * v3;
    v[row + 2] = v2;
    v[row + 1] = v1;
    v[row] = v[row] - k[at + 4] * v1 - k[at + 8] * v2 - k[at + 12] * v3;
  }
}
