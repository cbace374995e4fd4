package org.evenkeel.core.parity;

/**
 * Gauss's elimination with complete pivoting, for the few equations of a border.
 *
 * <p>Rows and columns are brought to one scale first.
 * Where the equations depend on each other, the unknowns that they leave open are zero.
 */
final class SmallSystem {

  /** A pivot below this part of the largest is rounding. */
  private static final double DEPENDENT = 1e-13;

  private SmallSystem() {}

  /** The solution; both arguments are overwritten. */
  static double[] solve(double[][] a, double[] right) {
    int n = right.length;
    double[] columnScale = equilibrate(a, right);
    int[] column = new int[n];
    for (int j = 0; j < n; j++) {
      column[j] = j;
    }
    int rank = 0;
    double first = 0;
    for (; rank < n; rank++) {
      double pivot = bringLargest(a, right, column, rank);
      first = Math.max(first, pivot);
      if (!(pivot > DEPENDENT * first)) {
        break;
      }
      for (int i = rank + 1; i < n; i++) {
        double factor = a[i][rank] / a[rank][rank];
        for (int j = rank + 1; j < n; j++) {
          a[i][j] -= factor * a[rank][j];
        }
        right[i] -= factor * right[rank];
      }
    }
    double[] y = new double[n];
    for (int i = rank - 1; i >= 0; i--) {
      double sum = right[i];
      for (int j = i + 1; j < rank; j++) {
        sum -= a[i][j] * y[column[j]];
      }
      y[column[i]] = sum / a[i][i];
    }
    for (int j = 0; j < n; j++) {
      y[j] *= columnScale[j];
    }
    return y;
  }

  private static double[] equilibrate(double[][] a, double[] right) {
    int n = right.length;
    double[] columnScale = new double[n];
    for (int i = 0; i < n; i++) {
      double largest = 0;
      for (int j = 0; j < n; j++) {
        largest = Math.max(largest, Math.abs(a[i][j]));
      }
      double scale = largest > 0 ? 1 / largest : 1;
      for (int j = 0; j < n; j++) {
        a[i][j] *= scale;
      }
      right[i] *= scale;
    }
    for (int j = 0; j < n; j++) {
      double largest = 0;
      for (int i = 0; i < n; i++) {
        largest = Math.max(largest, Math.abs(a[i][j]));
      }
      columnScale[j] = largest > 0 ? 1 / largest : 1;
      for (int i = 0; i < n; i++) {
        a[i][j] *= columnScale[j];
      }
    }
    return columnScale;
  }

  /** Swaps the largest remaining number to the given place of the diagonal; returns its size. */
  private static double bringLargest(double[][] a, double[] right, int[] column, int at) {
    int row = at;
    int best = at;
    for (int i = at; i < right.length; i++) {
      for (int j = at; j < right.length; j++) {
        if (Math.abs(a[i][j]) > Math.abs(a[row][best])) {
          row = i;
          best = j;
        }
      }
    }
    double[] swappedRow = a[at];
    a[at] = a[row];
    a[row] = swappedRow;
    double swapped = right[at];
    right[at] = right[row];
    right[row] = swapped;
    int swappedColumn = column[at];
    column[at] = column[best];
    column[best] = swappedColumn;
    for (double[] line : a) {
      double value = line[at];
      line[at] = line[best];
      line[best] = value;
    }
    return Math.abs(a[at][at]);
  }
}
