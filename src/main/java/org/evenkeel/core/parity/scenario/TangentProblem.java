package org.evenkeel.core.parity.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.parity.linear.PositiveDefinite;
import org.evenkeel.core.parity.linear.Vectors;

/**
 * The problem max sum b log x with every tangent at most one, by a primal-dual interior-point method.
 *
 * <p>Optimality: b / x = V'm, m s = 0, s = 1 - Vx, with the tangents as rows of V, m their multipliers and s their
 * slacks; then the multipliers sum to one.
 * Mehrotra's predictor and corrector share one factorization of diag(b / x^2) + V' diag(m / s) V, which is positive
 * definite whatever V is.
 */
final class TangentProblem {

  private static final int MAX_STEPS = 100;
  private static final double DONE = 1e-15;

  private final double[][] rows;
  private final double[] budgets;
  private final double[] x;
  private final double[] slack;
  private final double[] multiplier;

  private TangentProblem(double[][] rows, double[] budgets) {
    this.rows = rows;
    this.budgets = budgets;
    this.x = new double[budgets.length];
    this.slack = new double[rows.length];
    this.multiplier = new double[rows.length];
  }

  /**
   * The problem with its solution.
   *
   * @param tangents the first is a wall that only keeps the problem bounded
   */
  static TangentProblem solved(List<double[]> tangents, double[] budgets) {
    TangentProblem problem = new TangentProblem(tangents.toArray(double[][]::new), budgets);
    problem.start();
    problem.run();
    return problem;
  }

  private void start() {
    Arrays.fill(x, 1.0 / x.length);
    double largest = 0;
    double[] values = Vectors.product(rows, x);
    for (double value : values) {
      largest = Math.max(largest, value);
    }
    for (int i = 0; i < x.length; i++) {
      x[i] /= 2 * largest;
    }
    for (int k = 0; k < rows.length; k++) {
      slack[k] = 1 - values[k] / (2 * largest);
      multiplier[k] = 1 / (rows.length * slack[k]);
    }
  }

  private void run() {
    for (int step = 0; step < MAX_STEPS; step++) {
      double mu = Vectors.dot(slack, multiplier) / rows.length;
      double worst = worstStationarity();
      if (mu * rows.length < DONE && worst < 1e-13) {
        return;
      }
      Optional<PositiveDefinite> factor = PositiveDefinite.of(hessian(), 0);
      if (factor.isEmpty()) {
        return;
      }
      double[] none = new double[rows.length];
      Direction affine = direction(factor.get(), 0, none, none);
      double length = Math.min(1, reach(affine, 1));
      double after = 0;
      for (int k = 0; k < rows.length; k++) {
        after +=
            (slack[k] + length * affine.slack[k]) * (multiplier[k] + length * affine.multiplier[k]);
      }
      double ratio = Math.max(0, after / rows.length / mu);
      // Slacks must not vanish before x is where it belongs, or it cannot get there any more.
      double part = Math.max(ratio * ratio * ratio, Math.min(0.9, worst));
      Direction full = direction(factor.get(), part * mu, affine.slack, affine.multiplier);
      move(full, Math.min(1, reach(full, 0.995)));
    }
  }

  /** A step of all three. */
  private static final class Direction {

    private final double[] x;
    private final double[] slack;
    private final double[] multiplier;

    Direction(double[] x, double[] slack, double[] multiplier) {
      this.x = x;
      this.slack = slack;
      this.multiplier = multiplier;
    }
  }

  private double[][] hessian() {
    int n = x.length;
    double[][] h = new double[n][n];
    for (int k = 0; k < rows.length; k++) {
      double weight = multiplier[k] / slack[k];
      for (int i = 0; i < n; i++) {
        double scaled = weight * rows[k][i];
        for (int j = 0; j <= i; j++) {
          h[i][j] += scaled * rows[k][j];
        }
      }
    }
    for (int i = 0; i < n; i++) {
      h[i][i] += budgets[i] / (x[i] * x[i]);
    }
    return h;
  }

  private Direction direction(
      PositiveDefinite factor, double target, double[] slackMove, double[] multiplierMove) {
    int n = x.length;
    int m = rows.length;
    double[] missing = new double[m];
    double[] aim = new double[m];
    double[] right = stationarity();
    for (int i = 0; i < n; i++) {
      right[i] = -right[i];
    }
    for (int k = 0; k < m; k++) {
      missing[k] = 1 - Vectors.dot(rows[k], x) - slack[k];
      aim[k] = target - slackMove[k] * multiplierMove[k] - multiplier[k] * slack[k];
      double load = (aim[k] - multiplier[k] * missing[k]) / slack[k];
      for (int i = 0; i < n; i++) {
        right[i] -= load * rows[k][i];
      }
    }
    double[] dx = factor.solve(right);
    double[] ds = new double[m];
    double[] dm = new double[m];
    for (int k = 0; k < m; k++) {
      ds[k] = missing[k] - Vectors.dot(rows[k], dx);
      dm[k] = (aim[k] - multiplier[k] * ds[k]) / slack[k];
    }
    return new Direction(dx, ds, dm);
  }

  /** The part of a step that keeps everything above zero. */
  private double reach(Direction direction, double safety) {
    double reach = 1 / safety;
    reach = Math.min(reach, reach(x, direction.x));
    reach = Math.min(reach, reach(slack, direction.slack));
    return safety * Math.min(reach, reach(multiplier, direction.multiplier));
  }

  private static double reach(double[] values, double[] moves) {
    double reach = Double.POSITIVE_INFINITY;
    for (int i = 0; i < values.length; i++) {
      if (moves[i] < 0) {
        reach = Math.min(reach, -values[i] / moves[i]);
      }
    }
    return reach;
  }

  private void move(Direction direction, double length) {
    add(x, direction.x, length);
    add(slack, direction.slack, length);
    add(multiplier, direction.multiplier, length);
  }

  private static void add(double[] values, double[] moves, double length) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(values[i] + length * moves[i], Double.MIN_NORMAL);
    }
  }

  private double[] stationarity() {
    double[] residual = combination(multiplier);
    for (int i = 0; i < x.length; i++) {
      residual[i] -= budgets[i] / x[i];
    }
    return residual;
  }

  private double worstStationarity() {
    double[] residual = stationarity();
    double worst = 0;
    for (int i = 0; i < x.length; i++) {
      worst = Math.max(worst, Math.abs(residual[i]) * x[i] / budgets[i]);
    }
    return worst;
  }

  private double[] combination(double[] shares) {
    double[] sum = new double[x.length];
    for (int k = 0; k < rows.length; k++) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += shares[k] * rows[k][i];
      }
    }
    return sum;
  }

  /** The maximizer. */
  double[] point() {
    return x.clone();
  }

  /**
   * The x = b / g with g the convex combination of tangents by their multipliers, scaled to sum one; the wall takes no
   * part in it.
   */
  double[] proof() {
    double[] shares = multiplier.clone();
    shares[0] = 0;
    double[] slope = combination(Vectors.normalized(shares));
    double[] result = new double[x.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = slope[i] > 0 ? budgets[i] / slope[i] : x[i];
    }
    return result;
  }
}
