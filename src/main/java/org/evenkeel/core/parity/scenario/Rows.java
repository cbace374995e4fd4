package org.evenkeel.core.parity.scenario;

/** Copies of rows, and rows in other units. */
final class Rows {

  private Rows() {}

  static double[][] copy(double[][] rows) {
    double[][] copy = new double[rows.length][];
    for (int t = 0; t < rows.length; t++) {
      copy[t] = rows[t].clone();
    }
    return copy;
  }
}
