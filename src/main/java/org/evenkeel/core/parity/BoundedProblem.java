package org.evenkeel.core.parity;

import java.util.ArrayList;
import java.util.List;

/**
 * A risk-parity problem with bounds and rows, in the form in which the algorithms want it.
 *
 * <p>Find w with sum one, lambda above zero and multipliers such that
 * S w - lambda b / w + A' nu - mu_lower + mu_upper + theta = 0, lower &lt;= w &lt;= upper, A w &lt;= c, with each multiplier
 * zero where its constraint does not bind.
 * Richard and Roncalli's definition has theta = 0; the scaled one has lambda = w'Sw instead, from which
 * theta = -(c' nu - lower' mu_lower + upper' mu_upper) follows.
 *
 * <p>The matrix and every row are scaled by powers of two, which changes no digit, so that the largest variance and the
 * largest coefficients are about one. Two opposite rows are one equality; rows of zeros are left out.
 *
 * <p>Nobody writes to its arrays, so this class is thread-safe.
 */
final class BoundedProblem {

  private final BudgetedRisk risk;
  private final double unit;
  private final double[] lower;
  private final double[] upper;
  private final List<ScaledRow> rows;
  private final boolean scaled;

  BoundedProblem(
      double[][] covariance, double[] budgets, ParityConstraints constraints, boolean scaled) {
    int n = budgets.length;
    double largest = 0;
    for (int i = 0; i < n; i++) {
      largest = Math.max(largest, covariance[i][i]);
    }
    unit = StrictMath.scalb(1.0, -StrictMath.getExponent(largest));
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        matrix[i][j] = covariance[i][j] * unit;
      }
    }
    this.risk = new BudgetedRisk(matrix, budgets);
    this.lower = bounds(constraints.lower(), n, 0);
    this.upper = bounds(constraints.upper(), n, 1);
    this.rows = scaledRows(constraints.rows());
    this.scaled = scaled;
  }

  private BoundedProblem(BoundedProblem other, boolean scaled) {
    this.risk = other.risk;
    this.unit = other.unit;
    this.lower = other.lower;
    this.upper = other.upper;
    this.rows = other.rows;
    this.scaled = scaled;
  }

  /** The same constraints with the other definition. */
  BoundedProblem withScaled(boolean wanted) {
    return new BoundedProblem(this, wanted);
  }

  int size() {
    return lower.length;
  }

  BudgetedRisk risk() {
    return risk;
  }

  double[] budgets() {
    double[] budgets = new double[size()];
    for (int i = 0; i < budgets.length; i++) {
      budgets[i] = risk.budget(i);
    }
    return budgets;
  }

  /** What the true covariance was multiplied with. */
  double unit() {
    return unit;
  }

  boolean scaled() {
    return scaled;
  }

  double lower(int i) {
    return lower[i];
  }

  double upper(int i) {
    return upper[i];
  }

  /** Whether both bounds of a weight are the same. */
  boolean fixed(int i) {
    return upper[i] <= lower[i];
  }

  List<ScaledRow> rows() {
    return rows;
  }

  static double[] bounds(List<Double> given, int n, double otherwise) {
    double[] bounds = new double[n];
    for (int i = 0; i < n; i++) {
      bounds[i] = given.isEmpty() ? otherwise : given.get(i);
    }
    return bounds;
  }

  private static List<ScaledRow> scaledRows(List<LinearRow> rows) {
    List<LinearRow> left = new ArrayList<>(rows);
    List<ScaledRow> result = new ArrayList<>();
    while (!left.isEmpty()) {
      LinearRow row = left.removeFirst();
      double largest = row.coefficients().stream().mapToDouble(Math::abs).max().orElse(0);
      if (largest > 0) {
        LinearRow opposite = null;
        for (LinearRow candidate : left) {
          if (opposite == null && areOpposite(row, candidate)) {
            opposite = candidate;
          }
        }
        left.remove(opposite);
        double factor = StrictMath.scalb(1.0, -StrictMath.getExponent(largest));
        double[] values =
            row.coefficients().stream().mapToDouble(value -> value * factor).toArray();
        result.add(
            new ScaledRow(
                row.name(),
                opposite == null ? row.name() : opposite.name(),
                opposite != null,
                factor,
                row.limit() * factor,
                values));
      }
    }
    return List.copyOf(result);
  }

  private static boolean areOpposite(LinearRow one, LinearRow other) {
    boolean opposite = one.limit() == -other.limit();
    for (int i = 0; i < one.coefficients().size(); i++) {
      opposite &= one.coefficients().get(i) == -(double) other.coefficients().get(i);
    }
    return opposite;
  }
}
