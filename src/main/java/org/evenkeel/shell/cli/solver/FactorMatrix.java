package org.evenkeel.shell.cli.solver;

import java.math.BigDecimal;
import java.util.List;
import org.evenkeel.shell.cli.table.JsonTree;

/** The covariance B B' + diag(D) of a factor model, computed exactly and rounded once. */
final class FactorMatrix {

  private FactorMatrix() {}

  /** Reads {"B": [[...], ...], "D": [...]}: one row of loadings and one variance per asset. */
  static double[][] of(JsonTree field) {
    List<JsonTree> rows = field.field("B").list();
    double[] own = field.field("D").asNumbers();
    int n = rows.size();
    if (own.length != n) {
      throw field
          .field("D")
          .problem(own.length + " variances for " + n + " rows of loadings; one each");
    }
    double[][] loadings = new double[n][];
    for (int i = 0; i < n; i++) {
      loadings[i] = rows.get(i).asNumbers();
      if (loadings[i].length != loadings[0].length) {
        throw rows.get(i)
            .problem(loadings[i].length + " loadings, but " + loadings[0].length + " in row 1");
      }
    }
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        matrix[i][j] = entry(loadings[i], loadings[j], i == j ? own[i] : 0);
        matrix[j][i] = matrix[i][j];
      }
    }
    return matrix;
  }

  private static double entry(double[] one, double[] other, double own) {
    double check = own;
    for (int k = 0; k < one.length; k++) {
      check += one[k] * other[k];
    }
    if (!Double.isFinite(check)) {
      return check;
    }
    BigDecimal sum = ExactDecimals.of(own);
    for (int k = 0; k < one.length; k++) {
      sum = sum.add(ExactDecimals.of(one[k]).multiply(ExactDecimals.of(other[k])));
    }
    return sum.doubleValue();
  }
}
