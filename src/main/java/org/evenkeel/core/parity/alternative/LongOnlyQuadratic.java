package org.evenkeel.core.parity.alternative;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.parity.linear.PositiveDefinite;
import org.evenkeel.core.parity.linear.Vectors;

/**
 * The exact minimizer of y'Cy / 2 - c'y over y not negative, by an active set.
 *
 * <p>The portfolios of minimum variance and of maximum diversification are this problem after a change of scale.
 * It holds a set of positive variables, solves their linear system, and lets in the variable that promises most, the
 * first one at a tie (Lawson and Hanson, Solving Least Squares Problems, 1974, chapter 23, for any covariance).
 * Every full step lowers the objective, so no set comes twice and the method ends.
 *
 * <p>A variable that depends linearly on those held moves along the direction without risk until another leaves; if
 * none would ever leave, that direction is a long-only combination without risk, and there is no solution.
 */
final class LongOnlyQuadratic {

  /** A pivot below this part of its diagonal is rounding: the variable depends on the others. */
  private static final double DEPENDENT = 1e-13;

  /** The share of its linear coefficient that a variable must promise to be let in. */
  private static final double WORTH_IT = 1e-11;

  private final double[][] matrix;
  private final double[] linear;
  private final double[] y;
  private final boolean[] held;

  private LongOnlyQuadratic(double[][] matrix, double[] linear) {
    this.matrix = matrix;
    this.linear = linear;
    this.y = new double[linear.length];
    this.held = new boolean[linear.length];
  }

  /**
   * The minimizer.
   *
   * @param matrix a correlation matrix, positive semidefinite
   * @param linear coefficients above zero
   */
  static Result<double[]> minimize(double[][] matrix, double[] linear) {
    return new LongOnlyQuadratic(matrix, linear).run();
  }

  /** The largest |Cy - c| / c of a held variable, or (c - Cy) / c of one that is not. */
  static double residual(double[][] matrix, double[] linear, double[] y) {
    double worst = 0;
    double[] s = Vectors.product(matrix, y);
    for (int i = 0; i < y.length; i++) {
      double missing = (linear[i] - s[i]) / linear[i];
      worst = Math.max(worst, y[i] > 0 ? Math.abs(missing) : missing);
    }
    return worst;
  }

  private Result<double[]> run() {
    int limit = 20 * linear.length + 20;
    for (int step = 0; step < limit; step++) {
      int next = mostPromising();
      if (next < 0) {
        return Result.ok(y);
      }
      Optional<double[]> riskless = letIn(next);
      if (riskless.isPresent()) {
        return Result.refused(
            RefusalReason.NO_SOLUTION,
            String.format(
                Locale.ROOT,
                "a long-only combination has no risk (in units of volatility: %s), so none is least",
                Arrays.toString(riskless.get())));
      }
    }
    return Result.refused(
        RefusalReason.SOLVER_UNCERTIFIED,
        "the active set was still changing after " + limit + " steps");
  }

  private int mostPromising() {
    double[] s = Vectors.product(matrix, y);
    int best = -1;
    double most = WORTH_IT;
    for (int i = 0; i < y.length; i++) {
      double promise = (linear[i] - s[i]) / linear[i];
      if (!held[i] && promise > most) {
        best = i;
        most = promise;
      }
    }
    return best;
  }

  /** Lets a variable in and settles; a combination without risk if that shows up. */
  private Optional<double[]> letIn(int next) {
    int[] before = indices();
    Optional<PositiveDefinite> factor = factorWith(before, next);
    if (factor.isEmpty()) {
      Optional<double[]> riskless = slide(before, next);
      if (riskless.isPresent()) {
        return riskless;
      }
    }
    held[next] = true;
    settle();
    return Optional.empty();
  }

  /** Moves to the minimizer over the held variables, dropping those that would become negative. */
  private void settle() {
    while (true) {
      int[] set = indices();
      double[] right = new double[set.length];
      for (int i = 0; i < set.length; i++) {
        right[i] = linear[set[i]];
      }
      Optional<PositiveDefinite> factor = PositiveDefinite.of(part(set), 0);
      if (factor.isEmpty()) {
        return;
      }
      double[] z = factor.get().solve(right);
      double length = 1;
      int leaving = -1;
      for (int i = 0; i < set.length; i++) {
        if (z[i] <= 0) {
          double reach = y[set[i]] / (y[set[i]] - z[i]);
          if (leaving < 0 || reach < length) {
            length = reach;
            leaving = set[i];
          }
        }
      }
      for (int i = 0; i < set.length; i++) {
        y[set[i]] += length * (z[i] - y[set[i]]);
      }
      if (leaving < 0) {
        return;
      }
      drop(leaving);
    }
  }

  /** Moves along the direction without risk until a held variable is zero. */
  private Optional<double[]> slide(int[] set, int next) {
    double[] right = new double[set.length];
    for (int i = 0; i < set.length; i++) {
      right[i] = -matrix[set[i]][next];
    }
    double[] direction = PositiveDefinite.of(part(set), 0).orElseThrow().solve(right);
    double length = Double.POSITIVE_INFINITY;
    int leaving = -1;
    for (int i = 0; i < set.length; i++) {
      double reach = direction[i] < -1e-9 ? -y[set[i]] / direction[i] : Double.POSITIVE_INFINITY;
      if (reach < length) {
        length = reach;
        leaving = set[i];
      }
    }
    if (leaving < 0) {
      double[] riskless = new double[y.length];
      riskless[next] = 1;
      for (int i = 0; i < set.length; i++) {
        riskless[set[i]] = Math.max(0, direction[i]);
      }
      return Optional.of(Vectors.normalized(riskless));
    }
    for (int i = 0; i < set.length; i++) {
      y[set[i]] = Math.max(0, y[set[i]] + length * direction[i]);
    }
    y[next] = length;
    drop(leaving);
    return Optional.empty();
  }

  private void drop(int leaving) {
    y[leaving] = 0;
    held[leaving] = false;
  }

  private Optional<PositiveDefinite> factorWith(int[] set, int next) {
    int[] all = Arrays.copyOf(set, set.length + 1);
    all[set.length] = next;
    return PositiveDefinite.of(part(all), DEPENDENT);
  }

  private int[] indices() {
    int[] set = new int[y.length];
    int size = 0;
    for (int i = 0; i < y.length; i++) {
      if (held[i]) {
        set[size++] = i;
      }
    }
    return Arrays.copyOf(set, size);
  }

  private double[][] part(int[] set) {
    double[][] part = new double[set.length][set.length];
    for (int i = 0; i < set.length; i++) {
      for (int j = 0; j < set.length; j++) {
        part[i][j] = matrix[set[i]][set[j]];
      }
    }
    return part;
  }
}
