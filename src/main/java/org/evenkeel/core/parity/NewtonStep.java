package org.evenkeel.core.parity;

import java.util.List;
import java.util.Optional;

/** One step of {@link ActiveSetNewton}: the bordered equations of a set of binding constraints. */
final class NewtonStep {

  private final BoundedProblem problem;
  private final KktPoint point;
  private final KktResidual residual;
  private final ActiveSet active;
  private final int[] free;
  private final int scalars;

  /**
   * The equations at a point.
   *
   * @param scalars unknowns beside weights and multipliers: none, lambda, or lambda and theta
   */
  NewtonStep(
      BoundedProblem problem, KktPoint point, KktResidual residual, ActiveSet active, int scalars) {
    this.problem = problem;
    this.point = point;
    this.residual = residual;
    this.active = active;
    this.free = active.free();
    this.scalars = scalars;
  }

  /** The next point; empty if the numbers have broken down. */
  Optional<KktPoint> next() {
    double[] x = point.x();
    double[] diagonal = new double[free.length];
    for (int f = 0; f < free.length; f++) {
      int i = free[f];
      diagonal[f] = point.lambda() * problem.risk().budget(i) / (x[i] * x[i]);
    }
    BorderedSystem system = new BorderedSystem(problem.risk(), free, diagonal);
    if (!system.isUsable()) {
      return Optional.empty();
    }
    KktPoint next = moved(solve(system));
    return next.isFinite() ? Optional.of(next) : Optional.empty();
  }

  private double[] solve(BorderedSystem system) {
    int k = scalars + active.rows().size();
    double[] x = point.x();
    double[] s = residual.s();
    double[] pushed = new double[x.length];
    problem.risk().product(active.move(), pushed);
    double[][] columns = new double[k][free.length];
    double[][] rows = new double[k][free.length];
    double[][] corner = new double[k][k];
    double[] right = new double[free.length];
    double[] q = new double[k];
    for (int f = 0; f < free.length; f++) {
      int i = free[f];
      right[f] = point.lambda() * problem.risk().budget(i) / x[i] - s[i] - pushed[i];
    }
    if (scalars > 0) {
      for (int f = 0; f < free.length; f++) {
        columns[0][f] = -problem.risk().budget(free[f]) / x[free[f]];
        rows[0][f] = 1;
      }
      q[0] = 1 - BudgetedRisk.sum(x) - BudgetedRisk.sum(active.move());
    }
    if (scalars > 1) {
      for (int f = 0; f < free.length; f++) {
        columns[1][f] = 1;
        rows[1][f] = 2 * s[free[f]];
      }
      corner[1][0] = 1;
      q[1] = point.lambda() - BudgetedRisk.dot(x, s) - 2 * BudgetedRisk.dot(s, active.move());
    }
    for (int r = 0; r < active.rows().size(); r++) {
      ScaledRow row = problem.rows().get(active.rows().get(r));
      for (int f = 0; f < free.length; f++) {
        columns[scalars + r][f] = row.values()[free[f]];
      }
      rows[scalars + r] = columns[scalars + r];
      q[scalars + r] = row.limit() - row.times(x) - row.times(active.move());
    }
    return system.solve(columns, rows, corner, right, q);
  }

  private KktPoint moved(double[] answer) {
    double[] x = point.x();
    double[] step = active.move().clone();
    for (int f = 0; f < free.length; f++) {
      step[free[f]] = answer[f];
    }
    double lambdaStep = scalars > 0 ? answer[free.length] : 0;
    double theta = scalars > 1 ? answer[free.length + 1] : 0;
    double shrinking = -lambdaStep / point.lambda();
    for (int i = 0; i < x.length; i++) {
      shrinking = Math.max(shrinking, -step[i] / x[i]);
    }
    double length = shrinking > 0.8 ? 0.8 / shrinking : 1;
    double[] next = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      boolean atBound = length == 1 && active.atBound(i);
      next[i] = atBound ? active.bound(i) : x[i] + length * step[i];
    }
    double[] nu = point.nu().clone();
    List<Integer> rows = active.rows();
    for (int k = 0; k < nu.length; k++) {
      int at = rows.indexOf(k);
      double wanted = at < 0 ? 0 : answer[free.length + scalars + at];
      nu[k] = length == 1 ? wanted : nu[k] + length * (wanted - nu[k]);
    }
    return new KktPoint(
        next,
        point.lambda() + length * lambdaStep,
        point.theta() + length * (theta - point.theta()),
        nu,
        point.iterations() + 1);
  }
}
