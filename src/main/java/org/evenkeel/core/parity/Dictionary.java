package org.evenkeel.core.parity;

/**
 * A simplex method in dictionary form: min t over v and t at or above zero with A v - t &lt;= d in some rows and
 * A v &lt;= d in others, where the others have d at or above zero (Chvatal, "Linear Programming", 1983, chapter 3).
 *
 * <p>It is used to look for multipliers that prove a contradiction; whoever uses them verifies them.
 */
final class Dictionary {

  private static final double ROUNDING = 1e-11;

  private final double[][] a;
  private final double[] d;
  private final double[] objective;
  private final int[] basic;
  private final int[] other;

  /**
   * The first dictionary.
   *
   * @param rows coefficients of v; overwritten
   * @param limits d; overwritten
   * @param relaxed how many of the first rows have the t
   */
  Dictionary(double[][] rows, double[] limits, int relaxed) {
    int n = rows[0].length;
    a = new double[rows.length][n + 1];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, a[i], 0, n);
      a[i][n] = i < relaxed ? -1 : 0;
    }
    d = limits;
    objective = new double[n + 1];
    objective[n] = 1;
    basic = new int[rows.length];
    other = new int[n + 1];
    for (int i = 0; i < basic.length; i++) {
      basic[i] = n + 1 + i;
    }
    for (int j = 0; j < other.length; j++) {
      other[j] = j;
    }
  }

  /** The multipliers of the rows at the least t; all zero if t is zero or the method got lost. */
  double[] multipliers() {
    int n = other.length - 1;
    double[] y = new double[basic.length];
    int worst = 0;
    for (int i = 1; i < d.length; i++) {
      worst = d[i] < d[worst] ? i : worst;
    }
    if (d[worst] >= 0) {
      return y;
    }
    pivot(worst, n);
    int limit = 50 * (basic.length + n);
    for (int step = 0; step < limit; step++) {
      int in = entering(step > limit / 2);
      int out = in < 0 ? -1 : leaving(in);
      if (out < 0) {
        break;
      }
      pivot(out, in);
    }
    for (int j = 0; j < other.length; j++) {
      if (other[j] > n) {
        y[other[j] - n - 1] = Math.max(0, objective[j]);
      }
    }
    return y;
  }

  /** The column with the most negative price; the first one when in danger of going in circles (Bland). */
  private int entering(boolean first) {
    int best = -1;
    for (int j = 0; j < other.length; j++) {
      boolean better =
          best < 0 || (first ? other[j] < other[best] : objective[j] < objective[best]);
      if (objective[j] < -ROUNDING && better) {
        best = j;
      }
    }
    return best;
  }

  private int leaving(int in) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < basic.length; i++) {
      if (a[i][in] > ROUNDING) {
        double ratio = Math.max(0, d[i]) / a[i][in];
        if (ratio < least || (ratio == least && basic[i] < basic[best])) {
          least = ratio;
          best = i;
        }
      }
    }
    return best;
  }

  private void pivot(int out, int in) {
    double[] row = a[out];
    double scale = 1 / row[in];
    row[in] = 1;
    for (int j = 0; j < row.length; j++) {
      row[j] *= scale;
    }
    d[out] *= scale;
    for (int i = 0; i < a.length; i++) {
      double factor = a[i][in];
      if (i != out && factor != 0) {
        a[i][in] = 0;
        BudgetedRisk.add(a[i], -factor, row);
        d[i] -= factor * d[out];
      }
    }
    double price = objective[in];
    objective[in] = 0;
    BudgetedRisk.add(objective, -price, row);
    int swapped = basic[out];
    basic[out] = other[in];
    other[in] = swapped;
  }
}
