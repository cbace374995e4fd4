package org.evenkeel.core.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Equalities that fix the sum of the weights by themselves, such as "class a exactly 0.4" and "class b exactly 0.6".
 *
 * <p>Then Richard and Roncalli's definition leaves lambda open: the weights for every lambda sum to one. The lambda that
 * is taken is the variance of its weights, as in the scaled definition and as where nothing binds.
 */
final class FixedSum {

  private static final double EXACT = 1e-12;

  private FixedSum() {}

  /** Multiples of the equalities that add up to the sum of the weights; empty if there are none. */
  static Optional<double[]> multiples(BoundedProblem problem) {
    List<Integer> equalities = new ArrayList<>();
    for (int k = 0; k < problem.rows().size(); k++) {
      if (problem.rows().get(k).equality()) {
        equalities.add(k);
      }
    }
    int m = equalities.size();
    double[][] gram = new double[m][m];
    double[] right = new double[m];
    for (int k = 0; k < m; k++) {
      double[] row = onFree(problem, equalities.get(k));
      right[k] = BudgetedRisk.sum(row);
      for (int j = 0; j < m; j++) {
        gram[k][j] = BudgetedRisk.dot(row, onFree(problem, equalities.get(j)));
      }
    }
    double[] solution = SmallSystem.solve(gram, right);
    double[] all = new double[problem.rows().size()];
    double[] combined = new double[problem.size()];
    for (int k = 0; k < m; k++) {
      all[equalities.get(k)] = solution[k];
      BudgetedRisk.add(combined, solution[k], onFree(problem, equalities.get(k)));
    }
    for (int i = 0; i < combined.length; i++) {
      if (!problem.fixed(i) && Math.abs(combined[i] - 1) > EXACT) {
        return Optional.empty();
      }
    }
    return Optional.of(all);
  }

  /** The solution under the scaled definition, as one of Richard and Roncalli's: theta goes to the equalities. */
  static KktPoint withoutTheta(KktPoint point, double[] multiples) {
    double[] nu = point.nu().clone();
    BudgetedRisk.add(nu, point.theta(), multiples);
    return new KktPoint(point.x(), point.lambda(), 0, nu, point.iterations());
  }

  private static double[] onFree(BoundedProblem problem, int k) {
    double[] row = problem.rows().get(k).values().clone();
    for (int i = 0; i < row.length; i++) {
      row[i] = problem.fixed(i) ? 0 : row[i];
    }
    return row;
  }
}
