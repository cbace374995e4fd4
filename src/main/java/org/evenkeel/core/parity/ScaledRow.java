package org.evenkeel.core.parity;

/**
 * A linear row times a power of two; together with its opposite it is an equality.
 *
 * <p>Nobody writes to its array, so this class is thread-safe.
 */
final class ScaledRow {

  private final String name;
  private final String opposite;
  private final boolean equality;
  private final double unit;
  private final double limit;
  private final double[] values;

  ScaledRow(
      String name, String opposite, boolean equality, double unit, double limit, double[] values) {
    this.name = name;
    this.opposite = opposite;
    this.equality = equality;
    this.unit = unit;
    this.limit = limit;
    this.values = values;
  }

  String name() {
    return name;
  }

  /** The name of the opposite row, if both are an equality; else its own. */
  String opposite() {
    return opposite;
  }

  boolean equality() {
    return equality;
  }

  /** What the row was multiplied with. */
  double unit() {
    return unit;
  }

  double limit() {
    return limit;
  }

  double[] values() {
    return values;
  }

  double times(double[] x) {
    return BudgetedRisk.dot(values, x);
  }
}
