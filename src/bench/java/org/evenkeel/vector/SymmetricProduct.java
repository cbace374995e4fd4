package org.evenkeel.vector;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/*
 * Each number below the diagonal is read once and used twice, so half of the matrix is read. Four rows go together:
 * each vector of x and y is loaded once for four of the matrix. The eight columns on the diagonal are taken in full.
 *
 * One small static method per loop: in a method that outgrows the compiler's budget for inlining, vectors become objects
 * and the product two to three times slower than the plain one. Rows are arrays on the heap: aligned memory outside of it
 * measured the same within the noise, and would need Java 22.
 */
/** The product of a symmetric matrix and a vector that reads the lower half only. */
final class SymmetricProduct {

  /** Rows and columns come in multiples of this. */
  static final int BLOCK = 8;

  private static final VectorSpecies<Double> LANES =
      DoubleVector.SPECIES_PREFERRED.length() > BLOCK
          ? DoubleVector.SPECIES_512
          : DoubleVector.SPECIES_PREFERRED;

  private SymmetricProduct() {}

  /** y := A x of m rows of m numbers, m a multiple of eight. */
  static void multiply(double[][] rows, double[] x, double[] y, int m) {
    Arrays.fill(y, 0, m, 0);
    for (int r = 0; r < m; r += BLOCK) {
      four(rows[r], rows[r + 1], rows[r + 2], rows[r + 3], x, y, r, r);
      four(rows[r + 4], rows[r + 5], rows[r + 6], rows[r + 7], x, y, r + 4, r);
    }
  }

  /** Four rows and their mirror image: y[below] += A'x of these rows, y[these rows] += A x. */
  private static void four(
      double[] a,
      double[] b,
      double[] c,
      double[] d,
      double[] x,
      double[] y,
      int row,
      int diagonal) {
    DoubleVector xa = DoubleVector.broadcast(LANES, x[row]);
    DoubleVector xb = DoubleVector.broadcast(LANES, x[row + 1]);
    DoubleVector xc = DoubleVector.broadcast(LANES, x[row + 2]);
    DoubleVector xd = DoubleVector.broadcast(LANES, x[row + 3]);
    DoubleVector sumA = DoubleVector.zero(LANES);
    DoubleVector sumB = sumA;
    DoubleVector sumC = sumA;
    DoubleVector sumD = sumA;
    int j = 0;
    for (; j < diagonal; j += LANES.length()) {
      DoubleVector va = DoubleVector.fromArray(LANES, a, j);
      DoubleVector vb = DoubleVector.fromArray(LANES, b, j);
      DoubleVector vc = DoubleVector.fromArray(LANES, c, j);
      DoubleVector vd = DoubleVector.fromArray(LANES, d, j);
      DoubleVector vx = DoubleVector.fromArray(LANES, x, j);
      sumA = va.fma(vx, sumA);
      sumB = vb.fma(vx, sumB);
      sumC = vc.fma(vx, sumC);
      sumD = vd.fma(vx, sumD);
      DoubleVector vy = va.fma(xa, DoubleVector.fromArray(LANES, y, j));
      vy = vb.fma(xb, vy);
      vy = vc.fma(xc, vy);
      vd.fma(xd, vy).intoArray(y, j);
    }
    for (; j < diagonal + BLOCK; j += LANES.length()) {
      DoubleVector vx = DoubleVector.fromArray(LANES, x, j);
      sumA = DoubleVector.fromArray(LANES, a, j).fma(vx, sumA);
      sumB = DoubleVector.fromArray(LANES, b, j).fma(vx, sumB);
      sumC = DoubleVector.fromArray(LANES, c, j).fma(vx, sumC);
      sumD = DoubleVector.fromArray(LANES, d, j).fma(vx, sumD);
    }
    y[row] += sumA.reduceLanes(VectorOperators.ADD);
    y[row + 1] += sumB.reduceLanes(VectorOperators.ADD);
    y[row + 2] += sumC.reduceLanes(VectorOperators.ADD);
    y[row + 3] += sumD.reduceLanes(VectorOperators.ADD);
  }
}
