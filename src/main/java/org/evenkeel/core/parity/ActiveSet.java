package org.evenkeel.core.parity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which bounds and rows a step of Newton's method takes for binding.
 *
 * <p>A weight is at a bound if the Newton step of that coordinate alone ends beyond it; a row binds if its multiplier and
 * its scaled excess are together above zero. Rows that depend, on the weights left free, on the sum of the weights or on
 * rows before them, are left out: their multipliers are zero.
 */
final class ActiveSet {

  /** Part of a row's length below which it depends on the others. */
  private static final double DEPENDENT = 1e-9;

  private final double[] bounds;
  private final double[] move;
  private final int[] free;
  private final List<Integer> rows;

  /** The guess at a point; with a sum, rows that depend on it are left out. */
  ActiveSet(BoundedProblem problem, KktPoint point, double[] gradient, boolean withSum) {
    int n = problem.size();
    double[] x = point.x();
    double[] curvature = new double[n];
    bounds = new double[n];
    move = new double[n];
    List<Integer> inside = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      double barrier = point.lambda() * problem.risk().budget(i) / (x[i] * x[i]);
      curvature[i] = problem.risk().variance(i) + barrier;
      double alone = x[i] - gradient[i] / curvature[i];
      if (problem.fixed(i) || alone >= problem.upper(i)) {
        bounds[i] = problem.upper(i);
        move[i] = bounds[i] - x[i];
      } else if (alone <= problem.lower(i) && problem.lower(i) > 0) {
        bounds[i] = problem.lower(i);
        move[i] = bounds[i] - x[i];
      } else {
        bounds[i] = Double.NaN;
        inside.add(i);
      }
    }
    free = inside.stream().mapToInt(i -> i).toArray();
    rows = independent(problem, binding(problem, point, curvature), x, withSum);
  }

  /** The distance of each weight to the bound it is put on; zero for the free ones. */
  double[] move() {
    return move;
  }

  boolean atBound(int i) {
    return !Double.isNaN(bounds[i]);
  }

  /** The bound that a weight is put on; NaN if it is free. */
  double bound(int i) {
    return bounds[i];
  }

  /** The weights that are at no bound. */
  int[] free() {
    return free;
  }

  /** The rows that bind. */
  List<Integer> rows() {
    return rows;
  }

  /** Equalities, then the other binding rows, those with the strongest claim first. */
  private static List<Integer> binding(BoundedProblem problem, KktPoint point, double[] curvature) {
    double[] claim = new double[problem.rows().size()];
    List<Integer> binding = new ArrayList<>();
    for (int k = 0; k < claim.length; k++) {
      ScaledRow row = problem.rows().get(k);
      double give = 0;
      for (int i = 0; i < curvature.length; i++) {
        give += row.values()[i] * row.values()[i] / curvature[i];
      }
      double excess = row.times(point.x()) - row.limit();
      claim[k] = row.equality() ? Double.POSITIVE_INFINITY : point.nu()[k] * give + excess;
      if (claim[k] > 0) {
        binding.add(k);
      }
    }
    binding.sort(Comparator.comparingDouble(k -> -claim[k]));
    return binding;
  }

  /** Gram and Schmidt. */
  private List<Integer> independent(
      BoundedProblem problem, List<Integer> binding, double[] x, boolean withSum) {
    List<Integer> kept = new ArrayList<>();
    List<double[]> basis = new ArrayList<>();
    if (withSum) {
      addIfNew(basis, onesTimes(x));
    }
    for (int k : binding) {
      if (addIfNew(basis, onFree(problem, k, x))) {
        kept.add(k);
      }
    }
    return kept;
  }

  private double[] onesTimes(double[] x) {
    double[] ones = new double[free.length];
    for (int f = 0; f < free.length; f++) {
      ones[f] = x[free[f]];
    }
    return ones;
  }

  /** Whether the binding constraints fix the sum of the weights by themselves. */
  boolean fixTheSum(BoundedProblem problem, double[] x) {
    List<double[]> basis = new ArrayList<>();
    for (int k : rows) {
      addIfNew(basis, onFree(problem, k, x));
    }
    return !addIfNew(basis, onesTimes(x));
  }

  private double[] onFree(BoundedProblem problem, int k, double[] x) {
    double[] row = new double[free.length];
    for (int f = 0; f < free.length; f++) {
      row[f] = problem.rows().get(k).values()[free[f]] * x[free[f]];
    }
    return row;
  }

  private static boolean addIfNew(List<double[]> basis, double[] row) {
    double length = StrictMath.sqrt(BudgetedRisk.dot(row, row));
    for (int pass = 0; pass < 2; pass++) {
      for (double[] direction : basis) {
        BudgetedRisk.add(row, -BudgetedRisk.dot(row, direction), direction);
      }
    }
    double left = StrictMath.sqrt(BudgetedRisk.dot(row, row));
    if (!(left > DEPENDENT * length)) {
      return false;
    }
    for (int i = 0; i < row.length; i++) {
      row[i] /= left;
    }
    basis.add(row);
    return true;
  }
}
